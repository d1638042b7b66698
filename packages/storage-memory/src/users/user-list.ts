import type { PageRequest, Position, StatusTime, UserFilter, UserPage } from '@rollcall/core'
import { STATUSES, sees, statusOf, type UserKeys, type UserRecord } from '@rollcall/core/rules'
import { compareText } from '../text-order.ts'

/** A person as lists need them. */
interface Listed {
  readonly record: UserRecord
  readonly keys: UserKeys
  readonly rank: number
  /** Of the groups they are in. */
  readonly groups: readonly string[]
}

/** Those who pass the filter. */
export function matching(rows: readonly Listed[], filter: UserFilter, { now, policy }: StatusTime): Listed[] {
  const { search, authentication, enabled, lastSignInBefore } = filter
  const anyOf = <T>(wanted: readonly T[], ...has: T[]) => wanted.length === 0 || has.some((one) => wanted.includes(one))

  return rows.filter(({ record, keys, groups }) => {
    const { lastSignInAt } = record.state
    return (
      sees(filter.sight, record) &&
      (search === null || keys.search.includes(search)) &&
      anyOf(filter.status, statusOf(record, policy, now)) &&
      anyOf(filter.role, ...record.grants.map((grant) => grant.role)) &&
      anyOf<string | null>(filter.organization, record.organization) &&
      anyOf<string | null>(filter.resource, ...record.grants.map((grant) => grant.scope)) &&
      anyOf(filter.group, ...groups) &&
      (authentication === null || record.authentication.kind === authentication) &&
      (enabled === null || record.enabled === enabled) &&
      (lastSignInBefore === null || lastSignInAt === null || lastSignInAt < lastSignInBefore)
    )
  })
}

/** The rows of one page. */
export function pageOf(rows: readonly Listed[], page: PageRequest, time: StatusTime): UserPage {
  const compare = orderOf(page.descending)
  const all = rows
    .map((row) => ({ record: row.record, place: { value: sortValue(row, page, time), id: row.record.id } }))
    .sort((a, b) => compare(a.place, b.place))

  const { limit, from } = page
  const isBefore = ({ place }: { place: Position }) =>
    from !== null && compare(place, from.position) < (from.direction === 'after' ? 1 : 0)
  const border = all.filter(isBefore).length
  const start = from?.direction === 'before' ? Math.max(0, border - limit) : border
  const end = from?.direction === 'before' ? border : start + limit

  const items = all.slice(start, end)
  return {
    items: items.map(({ record }) => record),
    next: end < all.length ? (items.at(-1)?.place ?? null) : null,
    previous: start > 0 ? (items[0]?.place ?? null) : null,
  }
}

function sortValue({ record, keys, rank }: Listed, { by }: PageRequest, { now, policy }: StatusTime) {
  const values = {
    name: keys.name,
    email: keys.email,
    username: keys.username,
    createdAt: record.createdAt,
    lastSignInAt: record.state.lastSignInAt,
    organization: record.organization,
    role: rank,
    status: STATUSES.indexOf(statusOf(record, policy, now)),
  }
  return values[by]
}

/** By value, nulls last in both directions, then by id in the same direction. */
function orderOf(descending: boolean): (a: Position, b: Position) => number {
  const sign = descending ? -1 : 1
  return (a, b) => {
    if (a.value === null || b.value === null) {
      return Number(a.value === null) - Number(b.value === null) || sign * compareText(a.id, b.id)
    }
    return sign * (compareValues(a.value, b.value) || compareText(a.id, b.id))
  }
}

function compareValues(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : compareText(String(a), String(b))
}
