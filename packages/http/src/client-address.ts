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
