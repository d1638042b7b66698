import type { StatusTime, UserFilter } from '@rollcall/core'
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { SqlDialect } from '../dialects/sql-dialect.ts'
import type { Tables } from '../tables.ts'
import { holdsAny } from './sight-sql.ts'
import { idsOfStatus, rankOf, statusRank } from './status-sql.ts'

/** People among whom all are that some condition lets through, by way of an index; some may be there twice. */
export interface Source {
  readonly ids: RawBuilder<unknown>
  /** Which of theirs the ids are. */
  readonly key: 'user_id' | 'number'
  /** How many there are, where that is known without looking; infinite where a look takes long unless they are few. */
  readonly size?: number
}

/** What people must meet, with what narrows the search to them. */
export interface Condition {
  readonly holds: RawBuilder<SqlBool>
  readonly source?: Source
  /** Whether everybody of the source meets it. */
  readonly exact?: boolean
  /** Whether it asks `user_states` as well. */
  readonly states?: boolean
}

/** What people must meet beside being seen and being of one organization. */
export function conditionsOf(filter: UserFilter, time: StatusTime, dialect: SqlDialect): Condition[] {
  const { search, status, role, organization, resource, group, authentication, enabled, lastSignInBefore } = filter
  const all: Condition[] = []
  const exactly = (holds: RawBuilder<SqlBool>, ids: RawBuilder<unknown>) =>
    all.push({ holds, source: { ids, key: 'user_id' }, exact: true })

  if (search !== null) all.push(dialect.searched(search))
  if (status.length > 0) all.push(ofStatus(status, time))
  if (role.length > 0) exactly(holdsAny('role', role), idsByGrant('role', role))
  if (resource.length > 0) exactly(holdsAny('scope', resource), idsByGrant('scope', resource))
  if (group.length > 0) {
    const here = sql<SqlBool>`memberships.group_id IN (${sql.join(group)})`
    exactly(
      sql`EXISTS (SELECT 1 FROM memberships WHERE memberships.user_id = users.id AND ${here})`,
      sql`SELECT user_id FROM memberships WHERE ${here}`,
    )
  }
  if (organization.length > 1) exactly(...plainly(sql`users.organization IN (${sql.join(organization)})`))
  if (authentication !== null) exactly(...plainly(sql`users.auth_kind = ${authentication}`))
  if (enabled === false) exactly(...plainly(sql`users.enabled = 0`))
  if (enabled === true) all.push({ holds: sql`users.enabled = 1` })
  if (lastSignInBefore !== null) {
    const at = sql`user_states.last_sign_in_at`
    const ids = sql`SELECT user_id FROM user_states WHERE ${at} IS NULL
      UNION ALL SELECT user_id FROM user_states WHERE ${at} < ${lastSignInBefore}`
    const holds = sql<SqlBool>`(${at} IS NULL OR ${at} < ${lastSignInBefore})`
    all.push({ holds, source: { ids, key: 'user_id' }, exact: true, states: true })
  }
  return all
}

/** A condition on `users` alone that an index has. */
function plainly(holds: RawBuilder<SqlBool>): [RawBuilder<SqlBool>, RawBuilder<unknown>] {
  return [holds, sql`SELECT users.id AS user_id FROM users WHERE ${holds}`]
}

/** Ids of who holds any of these roles, or any role on these resources. */
export function idsByGrant(column: 'role' | 'scope', any: readonly string[]): RawBuilder<unknown> {
  return sql`SELECT user_id FROM held_grants WHERE ${sql.ref(column)} IN (${sql.join(any)})`
}

function ofStatus(any: UserFilter['status'], time: StatusTime): Condition {
  const ids = sql.join(
    any.map((status) => idsOfStatus(status, time)),
    sql` UNION ALL `,
  )
  const holds = sql<SqlBool>`${statusRank(time)} IN (${sql.join(any.map(rankOf))})`
  return { holds, source: { ids, key: 'user_id' }, states: true }
}

/** People at most who are rather looked at one by one and sorted than met on a walk through everybody. */
export const FEW = 1_000

interface Smallest {
  readonly source: Source
  /** Whether it has as many as asked for, or fewer. */
  readonly few: boolean
  readonly none: boolean
}

/** How many there are of sources, each counted no further than it matters. */
export interface Sizes {
  /** Whether nobody has counted it yet. */
  unknown(source: Source): boolean
  /** Says what somebody else counted, up to one more than `FEW`. */
  learn(source: Source, size: number): void
  /** The smallest, which is not to be told from others where all have more than `atMost`. */
  smallest(sources: readonly Source[], atMost?: number): Promise<Smallest | null>
}

/** Some of a source: all, unless there are more. */
export function someOf({ ids }: Source, atMost: number): RawBuilder<unknown> {
  return sql`SELECT * FROM (${ids}) AS ids LIMIT ${sql.lit(atMost + 1)}`
}

export function sizesIn(db: Kysely<Tables>): Sizes {
  const counts = new Map<Source, { readonly size: number; readonly atMost: number }>()
  const sizeOf = (source: Source) => source.size ?? counts.get(source)?.size ?? Number.POSITIVE_INFINITY

  function isOpen(source: Source, upTo: number): boolean {
    const { size, atMost } = counts.get(source) ?? { size: 1, atMost: 0 }
    return source.size === undefined && size > atMost && upTo > atMost
  }

  async function count(sources: readonly Source[], atMost: number) {
    const each = sources.map((source) => sql`SELECT count(*) AS size FROM (${someOf(source, atMost)}) AS few`)
    const { rows } = await sql<{ size: number }>`${sql.join(each, sql` UNION ALL `)}`.execute(db)
    for (const [index, source] of sources.entries()) counts.set(source, { size: rows[index]?.size ?? 0, atMost })
  }

  return {
    unknown: (source) => isOpen(source, FEW),
    learn: (source, size) => counts.set(source, { size, atMost: FEW }),
    async smallest(sources, atMost = FEW) {
      const open = sources.some(({ size = atMost + 1 }) => size <= atMost)
        ? []
        : sources.filter((one) => isOpen(one, atMost))
      if (open.length > 0) await count(open, atMost)
      const [source] = sources.toSorted((a, b) => sizeOf(a) - sizeOf(b))
      return source ? { source, few: sizeOf(source) <= atMost, none: sizeOf(source) === 0 } : null
    },
  }
}
