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
  get(parameters: unknown[]): unknown
  all(parameters: unknown[]): unknown[]
  run(parameters: unknown[]): { readonly changes: number }
}

interface Prepared {
  readonly statement: SqliteStatement
  readonly reader: boolean
}

/** Filters make many texts; beyond that many the one prepared first is forgotten. */
const REMEMBERED = 256

/** A database whose statements are prepared once per text. */
export class PreparingDatabase {
  readonly #database: SqliteDatabase
  readonly #prepared = new Map<string, Prepared>()

  constructor(database: SqliteDatabase) {
    this.#database = database
  }

  first(plan: Plan, values: Readonly<Record<string, Value>>): unknown {
    return this.#prepare(plan.sql).statement.get(plan.parameters(values))
  }

  change(plan: Plan, values: Readonly<Record<string, Value>>): number {
    return this.#prepare(plan.sql).statement.run(plan.parameters(values)).changes
  }

  execute({ sql, parameters }: Pick<CompiledQuery, 'sql' | 'parameters'>): { rows: unknown[]; changes: number } {
    const { statement, reader } = this.#prepare(sql)
    if (reader) return { rows: statement.all([...parameters]), changes: 0 }
    return { rows: [], changes: statement.run([...parameters]).changes }
  }

  close(): void {
    this.#prepared.clear()
    this.#database.close()
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql)
    if (known) return known
    const statement = this.#database.prepare(sql)
    const prepared = { statement, reader: statement.reader }
    if (this.#prepared.size >= REMEMBERED) {
      const [oldest] = this.#prepared.keys()
      if (oldest !== undefined) this.#prepared.delete(oldest)
    }
    this.#prepared.set(sql, prepared)
    return prepared
  }
}
