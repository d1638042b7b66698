import type { ListInput } from './users-query.ts'

/** What the table sorts by, without a direction. */
export type SortName = 'name' | 'email' | 'status' | 'role' | 'createdAt' | 'lastSignInAt'

/** Descending with a leading minus. */
export type UsersSort = SortName | `-${SortName}`

/**
 * What a users table shows, as plain data: a host may keep it in its address bar. `cursor` and `offset` belong together:
 * they name the page and how many users stand before it.
 */
export interface UsersFilter extends Pick<ListInput, 'q' | 'status' | 'role' | 'limit' | 'cursor'> {
  sort?: UsersSort | undefined
  offset?: number | undefined
}

export const LIMITS = [50, 100, 200] as const

/** The latest first: of times one looks for the newest. */
const NEWEST_FIRST: readonly SortName[] = ['lastSignInAt', 'createdAt']

/** What is asked of the server. */
export function listInputOf({ q, status, role, sort, limit, cursor }: UsersFilter): ListInput {
  return { ...narrowingOf({ q, status, role }), sort: sort ?? 'name', limit: limit ?? 50, ...(cursor && { cursor }) }
}

/** The part that narrows; empty when everybody is shown. */
export function narrowingOf({ q, status, role }: UsersFilter): Pick<ListInput, 'q' | 'status' | 'role'> {
  return { ...(q?.trim() && { q: q.trim() }), ...(status?.length && { status }), ...(role?.length && { role }) }
}

/** A change that starts again at the first page. */
export function withChange(
  { cursor: _, offset: __, ...filter }: UsersFilter,
  change: Partial<UsersFilter>,
): UsersFilter {
  return { ...filter, ...change }
}

export function sortOf({ sort = 'name' }: UsersFilter): { by: SortName; descending: boolean } {
  const descending = sort.startsWith('-')
  return { by: (descending ? sort.slice(1) : sort) as SortName, descending }
}

/** Sorting by what is sorted by already turns it around. */
export function withSort(filter: UsersFilter, by: SortName): UsersFilter {
  const now = sortOf(filter)
  const descending = now.by === by ? !now.descending : NEWEST_FIRST.includes(by)
  return withChange(filter, { sort: descending ? `-${by}` : by })
}
