import type { StatusTime, UserFilter } from '@rollcall/core'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { SqlDialect } from '../dialects/sql-dialect.ts'
import { askedOfEach, heldBy } from './sight-sql.ts'
import { rankOf, sourceOfStatus, statusRank } from './status-sql.ts'
import { fromUsers, type Source } from './user-sources.ts'

/** What people must meet, with what narrows the search to them. */
export interface Condition {
  readonly holds: RawBuilder<SqlBool>
  /** The same in the way a walk asks it, which meets few of those it is asked of. */
  readonly met?: RawBuilder<SqlBool>
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
  const exactly = (holds: RawBuilder<SqlBool>, source: Source) => all.push({ holds, source, exact: true })
  const having = (rows: RawBuilder<unknown>, source: Source) =>
    all.push({ holds: sql`EXISTS (SELECT 1 FROM ${rows})`, met: askedOfEach(rows), source, exact: true })

  if (search !== null) all.push(dialect.searched(search))
  if (status.length > 0) all.push(ofStatus(status, time))
  if (role.length > 0) having(heldBy('role', role), byGrant('role', role))
  if (resource.length > 0) having(heldBy('scope', resource), byGrant('scope', resource))
  if (group.length > 0) {
    const here = sql<SqlBool>`memberships.group_id IN (${sql.join(group)})`
    having(sql`memberships WHERE memberships.user_id = users.id AND ${here}`, {
      ids: sql`SELECT user_id FROM memberships WHERE ${here}`,
      key: 'user_id',
    })
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
function plainly(holds: RawBuilder<SqlBool>): [RawBuilder<SqlBool>, Source] {
  return [holds, fromUsers(holds)]
}

/** Who holds any of these roles, or any role on these resources. */
export function byGrant(column: 'role' | 'scope', any: readonly string[]): Source {
  return { ids: sql`SELECT user_id FROM held_grants WHERE ${sql.ref(column)} IN (${sql.join(any)})`, key: 'user_id' }
}

function ofStatus(any: UserFilter['status'], time: StatusTime): Condition {
  const holds = sql<SqlBool>`${statusRank(time)} IN (${sql.join(any.map(rankOf))})`
  const each = any.map((status) => sourceOfStatus(status, time))
  const [sole, another] = each
  if (sole && !another) return { holds, source: sole, states: true }
  const ids = sql.join(
    each.map((source) => source.ids),
    sql` UNION ALL `,
  )
  return { holds, source: { ids, key: 'user_id' }, states: true }
}
