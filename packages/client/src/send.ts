import type { CsvFile } from '@rollcall/core/contract'
import { REFUSALS, type RefusalCode, type RefusalDetails, RefusedError } from '@rollcall/core/refusals'
import { hasTrait, type Route } from './route.ts'

type Input = Readonly<Record<string, unknown>>

/** Path, query, body or file, and headers of one call. */
export function requestOf(
  route: Route,
  input: Input,
): { path: string; init: RequestInit & { headers: Record<string, string> } } {
  const rest: Record<string, unknown> = { ...input }
  const headers: Record<string, string> = {}
  const take = (key: string) => {
    const value = rest[key]
    delete rest[key]
    return value
  }
  const [method = '', pattern = ''] = route.split(' ')
  let path = pattern.replace(/:(\w+)/g, (_, key: string) => segment(take(key)))
  if (hasTrait(route, 'versioned')) headers['if-match'] = `"${take('version')}"`
  if (hasTrait(route, 'idempotent')) headers['idempotency-key'] = String(take('idempotencyKey') ?? crypto.randomUUID())
  const init = { method, headers }
  const takes = hasTrait(route, 'takes')
  const body = takes ? fileBody(take('file') as CsvFile) : {}
  if (takes || method === 'GET' || method === 'DELETE') {
    const query = queryOf(rest)
    if (query !== '') path += `?${query}`
    if (takes) headers['content-type'] = 'text/csv'
    return { path, init: { ...init, ...body } }
  }
  headers['content-type'] = 'application/json'
  return { path, init: { ...init, body: JSON.stringify(rest) } }
}

/** Fetch sends a stream only to those who say that they do not wait for its end. */
function fileBody(body: CsvFile): { body: CsvFile; duplex?: 'half' } {
  return body instanceof ReadableStream ? { body, duplex: 'half' } : { body }
}

/** Nothing that a URL would swallow, so that no id can turn one operation into another. */
function segment(id: unknown): string {
  const text = String(id)
  if (/^\.{0,2}$/.test(text)) throw new RefusedError('not-found')
  return encodeURIComponent(text)
}

function queryOf(input: Input): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(input)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one === undefined) continue
      params.append(key, typeof one === 'object' && one !== null ? JSON.stringify(one) : String(one))
    }
  }
  return params.toString()
}

/**
 * The answer's body; throws the refusal. What Rollcall would not say, such as the page of a proxy in between, is
 * `unavailable` or rejects as the body's reading does.
 */
export async function bodyOf(response: Response): Promise<unknown> {
  const body: unknown = await response.json()
  if (typeof body !== 'object' || body === null) throw new RefusedError('unavailable')
  if (response.ok) return body
  const { type: _type, title: _title, status: _status, code, ...details } = body as Problem
  throw Object.hasOwn(REFUSALS, code) ? new RefusedError(code, details) : new RefusedError('unavailable')
}

interface Problem extends RefusalDetails {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: RefusalCode
}
