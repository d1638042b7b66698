import type { Client } from '@rollcall/core'
/** An address as logs and limits should have it: IPv4 inside IPv6 is IPv4. */
export function plainAddress(address: string | null): string | null {
  return address === null ? null : address.replace(/^::ffff:(?=\d+\.)/i, '')
}

/**
 * What the limits count by: one subscriber holds a whole /64 of IPv6, so its addresses count as one. Callers of unknown
 * address share one allowance.
 */
export function limitKey(address: string | null): string {
  if (address === null) return 'unknown'
  if (!address.includes(':')) return address
  const [start = '', end] = address.toLowerCase().split('::')
  const first = start === '' ? [] : start.split(':')
  const last = end ? end.split(':') : []
  const between = end === undefined ? [] : Array.from({ length: 8 - first.length - last.length }, () => '0')
  return [...first, ...between, ...last]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}

/** The client's address, as the host trusts it. */
export type AddressOf = (request: Request, env: unknown) => string | null

/** What the server's adapter passes as `env.clientAddress`. */
export function addressFromAdapter(_request: Request, env: unknown): string | null {
  const address = typeof env === 'object' && env !== null && 'clientAddress' in env ? env.clientAddress : null
  return typeof address === 'string' ? address : null
}

/** Where a request comes from, as limits and the audit know it. */
export function clientOf(request: Request, address: string | null): Client {
  const agent = request.headers.get('user-agent')
  return { address: plainAddress(address), agent, request: `${request.method} ${new URL(request.url).pathname}` }
}
