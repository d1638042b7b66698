import type { Sight } from '@rollcall/core/rules'
import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** `sees` of core as SQL over `users`. */
export function seenBy(sight: Sight): RawBuilder<SqlBool> {
  if (sight.kind === 'all') return sql`1 = 1`
  const { self, organization, scopes } = sight
  const seen = [sql`users.id = ${self}`]
  if (organization !== null) seen.push(sql`users.organization = ${organization}`)
  if (scopes.length > 0) seen.push(holdsAny('scope', scopes))
  return sql`(${sql.join(seen, sql` OR `)})`
}

/** Whether somebody holds any of these roles, or any role on these resources; inherited ones included. */
export function holdsAny(column: 'role' | 'scope', any: readonly string[]): RawBuilder<SqlBool> {
  return askedOfEach(heldBy(column, any))
}

/** What somebody holds of these roles, or on these resources: as what follows `FROM`. */
export function heldBy(column: 'role' | 'scope', any: readonly string[]): RawBuilder<unknown> {
  const held = sql.ref(`held_grants.${column}`)
  return sql`held_grants WHERE held_grants.user_id = users.id AND ${held} IN (${sql.join(any)})`
}

/**
 * Whether there is any, looked up for each person who is met. Without an offset PostgreSQL may read all of them first,
 * for the sake of a page.
 */
export function askedOfEach(from: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql`EXISTS (SELECT 1 FROM ${from} LIMIT 1 OFFSET 0)`
}
