import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Connection, Value } from '../connection.ts'
import type { Table } from '../migrations/schema.ts'

export type Row = Readonly<Record<string, Value>>

export interface Page {
  readonly rows: readonly Row[]
  /** The same rows as text, the same on every engine: their values as JSON, a line each. */
  readonly text: string
}

/** Rows in a page, a power of two each. */
const FEWEST = 1
const FIRST = 64
const MOST = 1024

/** Characters in a page: rows may be wide. */
const LARGE = 2 ** 20

/** The rows of a table in the order of its primary key, a page at a time; those alone that have something in `filled`. */
export async function* rowPages({ db, dialect }: Connection, table: Table, filled?: string): AsyncGenerator<Page> {
  const columns = Object.keys(table.columns)
  const key = table.primary.map((column) => sql.ref(column))
  const having: RawBuilder<SqlBool>[] = filled === undefined ? [] : [sql`${sql.ref(filled)} IS NOT NULL`]
  let place: readonly unknown[] | null = null
  for (let most = FIRST; ; ) {
    const conditions: RawBuilder<SqlBool>[] = place === null ? having : [...having, dialect.beyond(key, '>', place)]
    const where = conditions.length > 0 ? sql`WHERE ${sql.join(conditions, sql` AND `)}` : sql``
    const query = sql<Row>`SELECT ${sql.join(columns.map((column) => sql.ref(column)))} FROM ${sql.table(table.name)}
      ${where} ORDER BY ${sql.join(key)} LIMIT ${sql.lit(most)}`
    const { rows } = await query.execute(db)
    const last = rows.at(-1)
    if (!last) return
    const text = rows.map((row) => `${JSON.stringify(columns.map((column) => row[column]))}\n`).join('')
    yield { rows, text }
    if (rows.length < most) return
    place = table.primary.map((column) => last[column])
    most = text.length > LARGE ? Math.max(FEWEST, most / 2) : Math.min(MOST, most * 2)
  }
}
