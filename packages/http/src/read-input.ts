import type { Endpoint } from '@rollcall/core/contract'
import { type FieldCode, RefusedError } from '@rollcall/core/contract'
import { pathKeys, readsQuery } from './operations.ts'
import { queryReader } from './query.ts'
import { readBody } from './read-body.ts'
import { readFile } from './read-file.ts'

/** Bytes of a file; a million people fit in. */
const FILE_LIMIT = 100 * 1024 ** 2

/** Gathers the raw input of one request; the core checks it. */
export type InputReader = (
  request: Request,
  params: Readonly<Record<string, string>>,
) => Promise<Record<string, unknown>>

/** The reader of one entry: path, query or body, file, `If-Match` and `Idempotency-Key`, each key from one place alone. */
export function inputReader(entry: Endpoint, bodyLimit: number): InputReader {
  const query = readsQuery(entry) ? queryReader(entry.input) : null
  const elsewhere = pathKeys(entry)
  if (entry.versioned) elsewhere.push('version')
  if (entry.idempotent) elsewhere.push('idempotencyKey')
  if (entry.takes) elsewhere.push('file')

  return async (request, params) => {
    const input = query ? query(searchOf(request.url)) : await readBody(request, bodyLimit)
    const misplaced = elsewhere.filter((key) => Object.hasOwn(input, key))
    if (misplaced.length > 0) {
      const fields = Object.fromEntries(misplaced.map((key): [string, FieldCode] => [key, 'unknown-key']))
      throw new RefusedError('invalid-input', { fields })
    }
    Object.assign(input, params)
    if (entry.takes) input.file = readFile(request, FILE_LIMIT)
    if (entry.versioned) input.version = versionOf(request.headers.get('if-match'))
    if (entry.idempotent) {
      const key = request.headers.get('idempotency-key')
      if (key !== null) input.idempotencyKey = key
    }
    return input
  }
}

function searchOf(url: string): string {
  const start = url.indexOf('?')
  return start === -1 ? '' : url.slice(start)
}

/** One strong tag names the version the caller saw; `*` and lists would write over what nobody looked at. */
function versionOf(tag: string | null): number {
  if (tag === null) throw new RefusedError('version-required')
  const [, digits] = /^"(\d{1,15})"$/.exec(tag) ?? []
  if (digits === undefined) throw new RefusedError('invalid-input', { fields: { version: 'invalid' } })
  return Number(digits)
}
