import { RefusedError } from '@rollcall/core/contract'

/**
 * The JSON object a request carries; empty when it has no body. Refuses `too-large` as soon as more than `limit` bytes
 * have come, whatever the request announced, and `invalid-input` for anything but a JSON object.
 */
export async function readBody(request: Request, limit: number): Promise<Record<string, unknown>> {
  if (Number(request.headers.get('content-length')) > limit) throw new RefusedError('too-large')
  const text = request.body === null ? '' : await readText(request.body, limit)
  if (text === '') return {}
  const type = request.headers.get('content-type')
  if (type === null || !/^application\/json\s*(;|$)/i.test(type)) throw new RefusedError('invalid-input')
  const value = parse(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new RefusedError('invalid-input')
  return value as Record<string, unknown>
}

async function readText(body: ReadableStream<Uint8Array>, limit: number): Promise<string> {
  const reader = body.getReader()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let size = 0
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (value) size += value.byteLength
    if (size > limit) {
      await reader.cancel()
      throw new RefusedError('too-large')
    }
    text += decode(decoder, value, !done)
    if (done) return text
  }
}

function decode(decoder: TextDecoder, bytes: Uint8Array | undefined, stream: boolean): string {
  try {
    return decoder.decode(bytes, { stream })
  } catch {
    throw new RefusedError('invalid-input')
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new RefusedError('invalid-input')
  }
}
