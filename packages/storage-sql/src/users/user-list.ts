import type { PageRequest, Position, SortBy, StatusTime, UserFilter, UserPage } from '@rollcall/core'
import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely'
import type { Tables } from '../tables.ts'
import { holdsAny, seenBy } from './sight-sql.ts'
import { rankOf, statusRank } from './status-sql.ts'
import { people, recordOf, STATE_COLUMNS, USER_COLUMNS } from './user-rows.ts'

type People = ReturnType<typeof matching>
type Person = ExpressionBuilder<Tables, 'users' | 'user_states'>
type SortValue = string | number | null

/** What a list is sorted by. */
interface SortColumn {
  readonly value: Expression<SortValue>
  /** The id of the same index, so that the walk needs no sorting. */
  readonly id: 'users.id' | 'user_states.user_id'
  readonly nullable: boolean
}

function sortColumn(by: SortBy, time: StatusTime): SortColumn {
  const column = (name: string, nullable = false): SortColumn => ({ value: sql.ref(name), id: 'users.id', nullable })
  switch (by) {
    case 'name':
      return column('users.name_key')
    case 'email':
      return column('users.email_key')
    case 'username':
      return column('users.username_key', true)
    case 'createdAt':
      return column('users.created_at')
    case 'organization':
      return column('users.organization', true)
    case 'role':
      return column('users.role_rank')
    case 'lastSignInAt':
      return { ...column('user_states.last_sign_in_at', true), id: 'user_states.user_id' }
    case 'status':
      return { value: statusRank(time), id: 'users.id', nullable: false }
  }
}

/** Those who pass the filter. */
export function matching(db: Kysely<Tables>, filter: UserFilter, time: StatusTime) {
  return people(db).where((eb) => eb.and(conditions(eb, filter, time)))
}

function conditions(eb: Person, filter: UserFilter, time: StatusTime): Expression<SqlBool>[] {
  const { sight, search, status, role, organization, resource, group, authentication, enabled, lastSignInBefore } =
    filter
  const all: Expression<SqlBool>[] = []
  if (sight.kind !== 'all') all.push(seenBy(eb, sight))
  if (search !== null) all.push(sql<SqlBool>`instr(users.search_key, ${search}) > 0`)
  if (status.length > 0) all.push(eb(statusRank(time), 'in', status.map(rankOf)))
  if (role.length > 0) all.push(holdsAny(eb, 'role', role))
  if (organization.length > 0) all.push(eb('users.organization', 'in', organization))
  if (resource.length > 0) all.push(holdsAny(eb, 'scope', resource))
  if (group.length > 0) {
    const members = eb.selectFrom('memberships').select(sql.lit(1).as('member'))
    const here = members.whereRef('memberships.user_id', '=', 'users.id')
    all.push(eb.exists(here.where('memberships.group_id', 'in', group)))
  }
  if (authentication !== null) all.push(eb('users.auth_kind', '=', authentication))
  if (enabled !== null) all.push(eb('users.enabled', '=', enabled ? 1 : 0))
  if (lastSignInBefore !== null) {
    const at = eb.ref('user_states.last_sign_in_at')
    all.push(eb.or([eb(at, 'is', null), eb(at, '<', lastSignInBefore)]))
  }
  return all
}

/** One page, from an index walk in each direction: the rows, and whether there are any on the other side. */
export async function listUsers(
  db: Kysely<Tables>,
  filter: UserFilter,
  page: PageRequest,
  time: StatusTime,
): Promise<UserPage> {
  const sort = sortColumn(page.by, time)
  const found = matching(db, filter, time)
  const walk = (from: Position | null, backwards: boolean, limit: number) =>
    walkFrom(found, sort, { from, descending: page.descending !== backwards, nullsFirst: backwards, limit })

  const backwards = page.from?.direction === 'before'
  const rows = await walk(page.from?.position ?? null, backwards, page.limit + 1)
  const more = rows.length > page.limit
  const items = rows.slice(0, page.limit)
  if (backwards) items.reverse()

  const [first, last] = [items[0], items.at(-1)]
  // Where the walk came from there is the position itself, unless that row has gone or moved meanwhile.
  const behind = async (place: Position | undefined) =>
    page.from !== null && place !== undefined && (await walk(place, !backwards, 1)).length > 0
  const hasPrevious = backwards ? more : await behind(first?.place)
  const hasNext = backwards ? await behind(last?.place) : more
  return {
    items: items.map(({ record }) => record),
    next: hasNext ? (last?.place ?? null) : null,
    previous: hasPrevious ? (first?.place ?? null) : null,
  }
}

interface Walk {
  /** Null: from the start. */
  readonly from: Position | null
  readonly descending: boolean
  readonly nullsFirst: boolean
  readonly limit: number
}

/** Rows in order after a place. Nulls are a stretch of their own: no index has them last in both directions. */
async function walkFrom(people: People, sort: SortColumn, { from, descending, nullsFirst, limit }: Walk) {
  const direction = descending ? 'desc' : 'asc'
  const beyond = sql.raw(descending ? '<' : '>')

  function stretch(nulls: boolean, start: Position | null, missing: number) {
    let query = people
      .select([...USER_COLUMNS, ...STATE_COLUMNS, sql<SortValue>`${sort.value}`.as('sort_value')])
      .orderBy(sort.id, direction)
      .limit(missing)
    if (sort.nullable) query = query.where(sort.value, nulls ? 'is' : 'is not', null)
    if (!nulls) query = query.clearOrderBy().orderBy(sort.value, direction).orderBy(sort.id, direction)
    if (start !== null) {
      const id = sql.ref(sort.id)
      const place = nulls
        ? sql`${id} ${beyond} ${start.id}`
        : sql`(${sort.value}, ${id}) ${beyond} (${start.value}, ${start.id})`
      query = query.where(sql<SqlBool>`${place}`)
    }
    return query.execute()
  }

  const stretches = sort.nullable ? [nullsFirst, !nullsFirst] : [false]
  const ahead = stretches.slice(from === null ? 0 : stretches.indexOf(from.value === null))
  const rows = []
  for (const [index, nulls] of ahead.entries()) {
    if (rows.length < limit) rows.push(...(await stretch(nulls, index === 0 ? from : null, limit - rows.length)))
  }
  return rows.map((row) => ({ record: recordOf(row), place: { value: row.sort_value, id: row.id } }))
}
