import type { StatusTime, UserFilter } from '@rollcall/core'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { SqlDialect } from '../dialects/sql-dialect.ts'
import { holdsAny } from './sight-sql.ts'
import { byGrant, type Condition, conditionsOf } from './user-filter.ts'
import { fromUsers, type Source } from './user-sources.ts'

/** Some of those who pass a filter; its parts have nobody in common. */
export interface Part {
  /** The one organization all are in; null where that does not matter. A walk stays inside of it: it is no condition. */
  readonly organization: string | null
  /** Those of it. */
  readonly members: Source | null
  readonly conditions: readonly Condition[]
}

/**
 * Filter and sight as parts. Those who see their organization see it as one part and who is seen for other reasons,
 * themselves or people on their resources, as the other.
 */
export function partsOf(filter: UserFilter, time: StatusTime, dialect: SqlDialect): Part[] {
  const conditions = conditionsOf(filter, time, dialect)
  const { sight } = filter
  const [first, second] = filter.organization
  const only = second === undefined ? (first ?? null) : null
  const partOf = (organization: string | null, meet: readonly Condition[]): Part => ({
    organization,
    members: organization === null ? null : membersOf(organization),
    conditions: meet,
  })
  if (sight.kind === 'all') return [partOf(only, conditions)]
  const own = sight.organization
  const seen = seenOtherwise(sight.self, sight.scopes)
  if (own === null) return [partOf(only, [...conditions, seen])]
  const within = partOf(own, conditions)
  if (only === own) return [within]
  const outside = { holds: sql<SqlBool>`(users.organization IS NULL OR users.organization <> ${own})` }
  const beyond = partOf(only, [...conditions, seen, outside])
  return only === null ? [within, beyond] : [beyond]
}

function membersOf(organization: string): Source {
  return fromUsers(sql`users.organization = ${organization}`)
}

function seenOtherwise(self: string, scopes: readonly string[]): Condition {
  const holds = sql<SqlBool>`users.id = ${self}`
  const ids = sql`SELECT ${self} AS user_id`
  if (scopes.length === 0) return { holds, source: { ids, key: 'user_id', size: 1 }, exact: true }
  return {
    holds: sql`(${holds} OR ${holdsAny('scope', scopes)})`,
    source: { ids: sql`${ids} UNION ALL ${byGrant('scope', scopes).ids}`, key: 'user_id' },
    exact: true,
  }
}

/** Those of a source who meet all conditions, looked at one by one: as what follows `FROM`. */
export function amongThose(
  { fence }: SqlDialect,
  source: Source,
  conditions: readonly Condition[],
  states: boolean,
): RawBuilder<unknown> {
  if (fence === null || !source.rows) return amongIds(source.ids, source, conditions, states)
  const { table, holds } = source.rows
  const others = besides(source, conditions)
  const rows = sql`(SELECT * FROM ${sql.table(table)} WHERE ${holds} ${fence}) AS ${sql.table(table)}`
  const other = table === 'users' ? 'user_states' : 'users'
  const joined = table === 'user_states' || states || others.some((one) => one.states)
  const who = joined ? sql`${rows} JOIN ${sql.table(other)} ON user_states.user_id = users.id` : rows
  return sql`${who} WHERE ${every(others)}`
}

/** The same of some ids of it. */
export function amongIds(
  ids: RawBuilder<unknown>,
  source: Source,
  conditions: readonly Condition[],
  states: boolean,
): RawBuilder<unknown> {
  const key = sql.ref(source.key)
  const id = source.key === 'number' ? sql`users.number` : sql`users.id`
  return sql`(SELECT DISTINCT ${key} FROM (${ids}) AS ids) AS those CROSS JOIN ${amongAll(besides(source, conditions), states)}
    AND ${id} = those.${key}`
}

/** What is to be asked of those of a source. */
function besides(source: Source, conditions: readonly Condition[]): readonly Condition[] {
  const { common = [source] } = source
  return conditions.filter((one) => !(one.exact && one.source && common.includes(one.source)))
}

/** Those of everybody who meet all conditions; their states are joined where somebody asks. */
export function amongAll(conditions: readonly Condition[], states: boolean): RawBuilder<unknown> {
  const joined = states || conditions.some((one) => one.states)
  const who = joined ? sql`users JOIN user_states ON user_states.user_id = users.id` : sql`users`
  return sql`${who} WHERE ${every(conditions)}`
}

export function every(conditions: readonly Condition[]): RawBuilder<SqlBool> {
  if (conditions.length === 0) return sql`1 = 1`
  return sql`(${sql.join(
    conditions.map(({ holds }) => holds),
    sql` AND `,
  )})`
}
