import type { Sight } from '@rollcall/core/rules'
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import { sql } from 'kysely'
import type { Tables } from '../tables.ts'

/** `sees` of core as SQL over `users`. */
export function seenBy(eb: ExpressionBuilder<Tables, 'users'>, sight: Sight): Expression<SqlBool> {
  if (sight.kind === 'all') return sql<SqlBool>`1 = 1`
  const seen: Expression<SqlBool>[] = [eb('users.id', '=', sight.self)]
  if (sight.organization !== null) seen.push(eb('users.organization', '=', sight.organization))
  if (sight.scopes.length > 0) seen.push(holdsAny(eb, 'scope', sight.scopes))
  return eb.or(seen)
}

/** Whether somebody holds any of these roles, or any role on these resources; inherited ones included. */
export function holdsAny(
  eb: ExpressionBuilder<Tables, 'users'>,
  column: 'role' | 'scope',
  any: readonly string[],
): Expression<SqlBool> {
  const held = eb.selectFrom('held_grants').select(sql.lit(1).as('held'))
  return eb.exists(held.whereRef('held_grants.user_id', '=', 'users.id').where(`held_grants.${column}`, 'in', any))
}
