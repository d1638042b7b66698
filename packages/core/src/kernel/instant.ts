/** ISO 8601, UTC, of epoch milliseconds. Formats a given instant; reads no clock. */
export function isoOf(instant: number): string
export function isoOf(instant: number | null): string | null
export function isoOf(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString()
}

/** Epoch milliseconds of an ISO 8601 instant; null for none. */
export function epochOf(iso: string | undefined): number | null {
  return iso === undefined ? null : Date.parse(iso)
}
