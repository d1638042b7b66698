import type { Dialect, InsertQueryBuilder, Kysely, RawBuilder, SelectQueryBuilder, SqlBool } from 'kysely'
import { sql } from 'kysely'
import type { Table } from '../migrations/schema.ts'
import type { Tables } from '../tables.ts'
import type { Condition } from '../users/user-filter.ts'

/** Where engines need other words for the same; everything else is said once. */
export interface SqlDialect {
  /** As messages name it. */
  readonly name: string
  readonly kysely: Omit<Dialect, 'createDriver'>
  /** Whether guarded updates answer the row they changed. */
  readonly returns: boolean
  /** The statements that make a table and its indexes; never others than those of the release that brought the table. */
  create(table: Table): string[]
  createView(name: string, select: string): string
  /** The statements that make searching inside of names quick, where the engine has a means. */
  readonly searchIndex: readonly string[]
  /** Rows when the table of migrations is there. */
  readonly migrationsTable: RawBuilder<unknown>
  /** What about the database makes it slower than it could be, and what to do; sentences. */
  warnings(db: Kysely<Tables>): Promise<readonly string[]>
  /** An aggregate of texts, joined by commas; null of none. */
  joined(text: RawBuilder<unknown>): RawBuilder<string | null>
  /** People whose `search_key` has the text inside. */
  searched(text: string): Condition
  /**
   * Whether the columns lie on that side of the place, or at it where the side says so, compared one after the other, in a
   * way that an index is walked by.
   */
  beyond(columns: Columns, side: Side, place: readonly unknown[]): RawBuilder<SqlBool>
  /**
   * What a subquery ends with to be read by its own condition, whatever is asked around it; null where rows are sooner
   * found by their ids.
   */
  readonly fence: RawBuilder<unknown> | null
  /** The insert, unless a row with one of its unique keys is there. */
  unlessThere<Name extends keyof Tables, Row>(
    insert: InsertQueryBuilder<Tables, Name, Row>,
  ): InsertQueryBuilder<Tables, Name, Row>
  /** The rows, kept from other transactions that lock or change them until this one ends; a person's other rows may come and go. */
  locked<Name extends keyof Tables, Row>(
    rows: SelectQueryBuilder<Tables, Name, Row>,
  ): SelectQueryBuilder<Tables, Name, Row>
  /** The same, passing over rows that are kept. */
  lockedIfFree<Name extends keyof Tables, Row>(
    rows: SelectQueryBuilder<Tables, Name, Row>,
  ): SelectQueryBuilder<Tables, Name, Row>
}

export type Columns = readonly RawBuilder<unknown>[]

export type Side = '<' | '<=' | '>' | '>='

/** `beyond` for engines that walk an index by rows of values. */
export function rowBeyond(columns: Columns, side: Side, place: readonly unknown[]) {
  return sql<SqlBool>`(${sql.join(columns)}) ${sql.raw(side)} (${sql.join(place)})`
}
