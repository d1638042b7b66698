import type { CompiledQuery } from 'kysely'
import type { Plan, Value } from '../../connection.ts'

/**
 * What Rollcall needs of a driver: the part of better-sqlite3's interface that `libsql` shares.
 */
export interface SqliteDatabase {
  prepare(sql: string): SqliteStatement
  exec(sql: string): unknown
  close(): unknown
}

export interface SqliteStatement {
  /** Whether it answers rows. */
  readonly reader: boolean
  /** Makes rows arrays, in the order of `columns()`: objects made in JavaScript cost half of those made by drivers. */
  raw(): unknown
  columns(): readonly { readonly name: string }[]
  get(parameters: unknown[]): unknown
  all(parameters: unknown[]): unknown[]
  run(parameters: unknown[]): { readonly changes: number }
}

interface Prepared {
  readonly statement: SqliteStatement
  /** Names of the columns it answers; null when it answers no rows. */
  readonly columns: readonly string[] | null
}

/** Filters make many texts; beyond that many the one prepared first is forgotten. */
const REMEMBERED = 256

/** A database whose statements are prepared once per text. */
export class PreparingDatabase {
  readonly #database: SqliteDatabase
  readonly #prepared = new Map<string, Prepared>()
  #syncs: boolean | undefined

  constructor(database: SqliteDatabase) {
    this.#database = database
  }

  first(plan: Plan, values: Readonly<Record<string, Value>>): unknown {
    const { statement, columns } = this.#prepare(plan.sql)
    const row = statement.get(plan.parameters(values))
    return row === undefined ? undefined : rowOf(columns ?? [], row as unknown[])
  }

  all(plan: Plan, values: Readonly<Record<string, Value>>): unknown[] {
    return this.execute({ sql: plan.sql, parameters: plan.parameters(values) }).rows
  }

  change(plan: Plan, values: Readonly<Record<string, Value>>): number {
    return this.#prepare(plan.sql).statement.run(plan.parameters(values)).changes
  }

  execute({ sql, parameters }: Pick<CompiledQuery, 'sql' | 'parameters'>): { rows: unknown[]; changes: number } {
    const { statement, columns } = this.#prepare(sql)
    if (columns === null) return { rows: [], changes: statement.run([...parameters]).changes }
    return { rows: statement.all([...parameters]).map((row) => rowOf(columns, row as unknown[])), changes: 0 }
  }

  /**
   * Whether commits from now on wait until the disk has them. SQLite obeys this pragma while compiling it, so that a
   * statement prepared once would do nothing.
   */
  syncCommits(syncs: boolean): void {
    if (this.#syncs === syncs) return
    this.#database.exec(`PRAGMA synchronous = ${syncs ? 'FULL' : 'NORMAL'}`)
    this.#syncs = syncs
  }

  close(): void {
    this.#prepared.clear()
    this.#database.close()
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql)
    if (known) return known
    const statement = this.#database.prepare(sql)
    if (statement.reader) statement.raw()
    const columns = statement.reader ? statement.columns().map((column) => column.name) : null
    const prepared = { statement, columns }
    if (this.#prepared.size >= REMEMBERED) {
      const [oldest] = this.#prepared.keys()
      if (oldest !== undefined) this.#prepared.delete(oldest)
    }
    this.#prepared.set(sql, prepared)
    return prepared
  }
}

function rowOf(columns: readonly string[], values: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (let index = 0; index < columns.length; index += 1) row[columns[index] as string] = values[index]
  return row
}
