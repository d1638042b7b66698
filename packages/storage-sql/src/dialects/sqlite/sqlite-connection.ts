import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { type Connection, type Hot, planner, type Values } from '../../connection.ts'
import type { Tables } from '../../tables.ts'
import type { PreparingDatabase } from './sqlite-database.ts'

/** Runs a step on the database of a connection; decides when, and what becomes of its errors. */
export type Access = <T>(step: (database: PreparingDatabase) => T) => Promise<T>

/** Hot queries compile to the same text on every SQLite database. */
const planOf = planner(new Kysely<Tables>({ dialect: dialectOver(new DummyDriver()) }))

/** A connection whose every statement goes through `access`. */
export function sqliteConnection(access: Access): Connection {
  const queries: DatabaseConnection = {
    executeQuery: <R>(query: CompiledQuery) =>
      access((database) => {
        const { rows, changes } = database.execute(query)
        return { rows: rows as R[], numAffectedRows: BigInt(changes) }
      }),
    streamQuery: () => {
      throw new TypeError('Rollcall reads pages, not streams')
    },
  }
  const driver = Object.assign(new DummyDriver(), { acquireConnection: async () => queries })
  return {
    db: new Kysely<Tables>({ dialect: dialectOver(driver) }),
    first: <Slots extends Values, Row>(query: Hot<Slots, Row>, values: Slots) =>
      access((database) => database.first(planOf(query), values) as Row | undefined),
    all: <Slots extends Values, Row>(query: Hot<Slots, Row>, values: Slots) =>
      access((database) => database.all(planOf(query), values) as Row[]),
    change: (query, values) => access((database) => database.change(planOf(query), values)),
  }
}

function dialectOver(driver: DummyDriver): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => driver,
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}
