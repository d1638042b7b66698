import { type FileFault, RefusedError } from '@rollcall/core/contract'

/**
 * The file a request carries as `text/csv`, piece by piece as it comes in; an empty one when it has no body. Refuses any
 * other type as `unsupported-file`, and `too-large` when the request announces more than `limit` bytes or, while it is
 * read, as soon as more have come.
 */
export function readFile(request: Request, limit: number): AsyncIterable<Uint8Array> {
  const type = request.headers.get('content-type')
  if (type === null || !/^text\/csv\s*(;|$)/i.test(type)) throw new RefusedError('unsupported-file')
  if (Number(request.headers.get('content-length')) > limit) throw tooLarge()
  return piecesOf(request.body, limit)
}

async function* piecesOf(body: ReadableStream<Uint8Array> | null, limit: number): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader()
  let size = 0
  try {
    for (;;) {
      const { value } = (await reader?.read()) ?? {}
      if (value === undefined) return
      size += value.byteLength
      if (size > limit) throw tooLarge()
      yield value
    }
  } finally {
    // Whoever stops early wants no more of it; what has ended takes no notice.
    await reader?.cancel()
  }
}

function tooLarge(): RefusedError {
  const file: FileFault = { problem: 'too-large', line: null, column: null }
  return new RefusedError('too-large', { file })
}
