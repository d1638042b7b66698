import type { CountInput, ListInput } from './users-query.ts'

/** What the table sorts by, without a direction. */
export const SORT_NAMES = [
  'name',
  'email',
  'username',
  'status',
  'role',
  'organization',
  'createdAt',
  'lastSignInAt',
] as const
export type SortName = (typeof SORT_NAMES)[number]

/** Descending with a leading minus. */
export type UsersSort = SortName | `-${SortName}`

/** What narrows the list beside the search, in the order its chips stand in. */
export const NARROWING = [
  'status',
  'role',
  'resource',
  'organization',
  'group',
  'authentication',
  'enabled',
  'lastSignInBefore',
] as const
type Narrowing = (typeof NARROWING)[number]

/**
 * What a users table shows, as plain data: a host may keep it in its address bar. `cursor` and `offset` belong together:
 * they name the page and how many users stand before it.
 */
export interface UsersFilter extends Pick<ListInput, 'q' | Narrowing | 'limit' | 'cursor'> {
  sort?: UsersSort | undefined
  offset?: number | undefined
}

export const LIMITS = [50, 100, 200] as const

/** The latest first: of times one looks for the newest. */
const NEWEST_FIRST: readonly SortName[] = ['lastSignInAt', 'createdAt']

/** What is asked of the server. */
export function listInputOf(filter: UsersFilter): ListInput {
  const { sort = 'name', limit = 50, cursor } = filter
  return { ...narrowingOf(filter), sort, limit, ...(cursor && { cursor }) }
}

/** The part that narrows; empty when everybody is shown. */
export function narrowingOf(filter: UsersFilter): Pick<CountInput, 'q' | Narrowing> {
  const q = filter.q?.trim()
  const set = NARROWING.filter((name) => isSet(filter[name])).map((name) => [name, filter[name]])
  return { ...(q && { q }), ...Object.fromEntries(set) }
}

function isSet(value: UsersFilter[Narrowing]): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined
}

/** A change that starts again at the first page. */
export function withChange(
  { cursor: _, offset: __, ...filter }: UsersFilter,
  change: Partial<UsersFilter>,
): UsersFilter {
  return { ...filter, ...change }
}

/** Everybody again, in the same order. */
export function withoutNarrowing({ sort, limit }: UsersFilter): UsersFilter {
  return { ...(sort && { sort }), ...(limit && { limit }) }
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
