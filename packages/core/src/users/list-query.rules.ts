import type { Sight } from '../access/access.rules.ts'
import { searchKey } from './identifier.rules.ts'
import type { Status } from './user.rules.ts'

/** What a list or count narrows by, as it came over the wire. */
export interface WireFilter {
  readonly q?: string | undefined
  readonly status?: readonly Status[] | undefined
  readonly role?: readonly string[] | undefined
  readonly organization?: readonly string[] | undefined
  readonly resource?: readonly string[] | undefined
  readonly group?: readonly string[] | undefined
  readonly authentication?: 'internal' | 'external' | undefined
  readonly enabled?: boolean | undefined
  /** ISO 8601. */
  readonly lastSignInBefore?: string | undefined
}

/** The same, as storage takes it: nothing missing, text as its key, `lastSignInBefore` in epoch milliseconds. */
export function filterOf(wire: WireFilter, sight: Sight, lastSignInBefore: number | null) {
  const q = wire.q === undefined ? '' : searchKey(wire.q)
  return {
    sight,
    search: q === '' ? null : q,
    status: wire.status ?? [],
    role: wire.role ?? [],
    organization: wire.organization ?? [],
    resource: wire.resource ?? [],
    group: wire.group ?? [],
    authentication: wire.authentication ?? null,
    enabled: wire.enabled ?? null,
    lastSignInBefore,
  }
}

/** The text whose digest binds a cursor to its query: filters and sort, not the page size. */
export function queryText(wire: WireFilter, sort: string): string {
  const { q, status, role, organization, resource, group, authentication, enabled, lastSignInBefore } = wire
  const narrowed = [q, status, role, organization, resource, group, authentication, enabled, lastSignInBefore]
  return JSON.stringify([sort, ...narrowed])
}
