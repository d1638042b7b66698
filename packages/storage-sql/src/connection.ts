import type { Compilable, CompiledQuery, DatabaseConnection, Insertable, RawBuilder } from 'kysely'
import { DummyDriver, Kysely, type QueryResult, sql } from 'kysely'
import type { SqlDialect } from './dialects/sql-dialect.ts'
import type { Tables } from './tables.ts'

/** What SQL drivers take and give. */
export type Value = string | number | null

/** One connection, or the one transaction that has it. */
export interface Connection {
  /** What this engine says in its own words. */
  readonly dialect: SqlDialect
  /** Everything that is not hot: built by Kysely at each call, prepared once per text. */
  readonly db: Kysely<Tables>
  /** The first row of a hot query. */
  first<Slots extends Values, Row>(query: Hot<Slots, Row>, values: Slots): Promise<Row | undefined>
  /** All rows of a hot query. */
  all<Slots extends Values, Row>(query: Hot<Slots, Row>, values: Slots): Promise<Row[]>
  /** All rows of a query that is built at each call although its texts are few: prepared once per text as well. */
  recurring<Row>(query: RawBuilder<Row>): Promise<readonly Row[]>
  /** How many rows a hot query changed. */
  change<Slots extends Values>(query: Hot<Slots, unknown>, values: Slots): Promise<number>
}

/** A database: where its connections come from. Dialects implement this; stores know nothing beyond `Connection`. */
export interface Engine {
  /** For reads outside of transactions; sees what is committed. Waits for nobody. */
  readonly reader: Connection
  /**
   * Runs `work` on one transaction, again when the database was busy or deadlocked; keeps all of it or nothing. What was
   * answered survives a power cut, unless it was `fleeting`: that reaches the disk with the next transaction that is not,
   * until then a power cut (no crash) undoes it.
   */
  transaction<T>(work: (connection: Connection) => Promise<T>, kept?: 'fleeting'): Promise<T>
  /**
   * The same on a database that need not exist yet, whatever its schema: for migrations alone. Where the database commits
   * each change of its schema by itself, nobody else migrates meanwhile, and a run that died is done again.
   */
  transactionOnAnySchema<T>(work: (connection: Connection) => Promise<T>): Promise<T>
  /** Rejects with a `StorageError` unless the database answers and its schema is the one this code needs. */
  check(): Promise<void>
  close(): Promise<void>
}

export type Values = Readonly<Record<string, Value>>

export type SlotsOf<Slots extends Values> = { readonly [Name in keyof Slots]: RawBuilder<Slots[Name]> }

/**
 * A query that runs often: described with Kysely, compiled once per engine, run as a prepared statement. Building one
 * per call costs several times what running it does.
 */
export interface Hot<Slots extends Values, Row> {
  readonly describe: Describe<Slots, Row>
}

type Describe<Slots extends Values, Row> = (
  db: Kysely<Tables>,
  slots: SlotsOf<Slots>,
  dialect: SqlDialect,
) => Compilable<Row>

export function hot<Slots extends Values, Row>(describe: Describe<Slots, Row>): Hot<Slots, Row> {
  return { describe }
}

type Inserts = Map<keyof Tables, Hot<Values, unknown>>

const inserts: Inserts = new Map()
const insertsUnlessThere: Inserts = new Map()

/** Inserts one row by a hot query. All rows of a table are given with the same columns. */
export async function insertRow<Name extends keyof Tables>(
  connection: Connection,
  table: Name,
  row: Insertable<Tables[Name]> & Values,
): Promise<void> {
  await connection.change(insertOf(inserts, table, row), row)
}

/** The same, unless a row with one of its unique keys is there; whether it was not. Waits for whoever is inserting one. */
export async function insertUnlessThere<Name extends keyof Tables>(
  connection: Connection,
  table: Name,
  row: Insertable<Tables[Name]> & Values,
): Promise<boolean> {
  return (await connection.change(insertOf(insertsUnlessThere, table, row), row)) > 0
}

function insertOf<Name extends keyof Tables>(known: Inserts, table: Name, row: Values): Hot<Values, unknown> {
  let insert = known.get(table)
  if (!insert) {
    const columns = Object.keys(row)
    insert = hot((db, slots, dialect) => {
      const values: Record<string, unknown> = Object.fromEntries(columns.map((column) => [column, slots[column]]))
      const plain = db.insertInto(table).values(values as Insertable<Tables[Name]>)
      return known === inserts ? plain : dialect.unlessThere(plain)
    })
    known.set(table, insert)
  }
  return insert
}

/** The text of a hot query and how its parameters come from the values of a call. */
export interface Plan {
  readonly sql: string
  parameters(values: Values): unknown[]
}

class Slot {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** Compiles hot queries the first time they are met; they are the same on every database of a dialect. */
export function planner(dialect: SqlDialect): <Slots extends Values>(query: Hot<Slots, unknown>) => Plan {
  const db = kyselyOver(dialect, () => Promise.reject(new TypeError('nothing runs here')))
  const plans = new Map<unknown, Plan>()
  const slots = new Proxy({}, { get: (_, name) => sql.val(new Slot(String(name))) })

  function planOf<Slots extends Values>(query: Hot<Slots, unknown>): Plan {
    const { sql: text, parameters } = query.describe(db, slots as SlotsOf<Slots>, dialect).compile()
    const names = parameters.map((each) => (each instanceof Slot ? each.name : null))
    return {
      sql: text,
      parameters: (values) => names.map((name, index) => (name === null ? parameters[index] : values[name])),
    }
  }

  return (query) => {
    let plan = plans.get(query)
    if (!plan) {
      plan = planOf(query)
      plans.set(query, plan)
    }
    return plan
  }
}

/** Kysely whose every statement is run by `execute`; transactions are the engine's. */
export function kyselyOver(
  dialect: SqlDialect,
  execute: (query: CompiledQuery) => Promise<QueryResult<unknown>>,
): Kysely<Tables> {
  const queries: DatabaseConnection = {
    executeQuery: <R>(query: CompiledQuery) => execute(query) as Promise<QueryResult<R>>,
    streamQuery: () => {
      throw new TypeError('Rollcall reads pages, not streams')
    },
  }
  const driver = Object.assign(new DummyDriver(), { acquireConnection: async () => queries })
  return new Kysely<Tables>({ dialect: { ...dialect.kysely, createDriver: () => driver } })
}
