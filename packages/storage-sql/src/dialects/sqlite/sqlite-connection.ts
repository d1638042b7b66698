import { type Connection, type Hot, kyselyOver, planner, type Values } from '../../connection.ts'
import type { PreparingDatabase } from './sqlite-database.ts'
import { sqliteDialect } from './sqlite-dialect.ts'

/** Runs a step on the database of a connection; decides when, and what becomes of its errors. */
export type Access = <T>(step: (database: PreparingDatabase) => T) => Promise<T>

const planOf = planner(sqliteDialect)

/** A connection whose every statement goes through `access`. */
export function sqliteConnection(access: Access): Connection {
  const db = kyselyOver(sqliteDialect, (query) =>
    access((database) => {
      const { rows, changes } = database.execute(query)
      return { rows, numAffectedRows: BigInt(changes) }
    }),
  )
  return {
    dialect: sqliteDialect,
    db,
    first: <Slots extends Values, Row>(query: Hot<Slots, Row>, values: Slots) =>
      access((database) => database.first(planOf(query), values) as Row | undefined),
    all: <Slots extends Values, Row>(query: Hot<Slots, Row>, values: Slots) =>
      access((database) => database.all(planOf(query), values) as Row[]),
    recurring: async (query) => (await query.execute(db)).rows,
    change: (query, values) => access((database) => database.change(planOf(query), values)),
  }
}
