import { createHash } from 'node:crypto'
import { type Insertable, sql } from 'kysely'
import { type Connection, type Hot, hot, type Values } from '../connection.ts'
import type { Table } from '../migrations/schema.ts'
import type { Tables } from '../tables.ts'
import { type Page, type Row, rowPages } from './row-pages.ts'

/** What a table holds. */
export interface Contents {
  readonly rows: number
  /** SHA-256 of its rows, values as JSON, a line each, in the order of the primary key; hexadecimal. */
  readonly digest: string
}

/** Hears how many rows a page had. */
export type Tick = (rows: number) => void

/** Rows in one statement. Pages are powers of two, so that all but the last divide evenly. */
const BATCH = 64

/** Reads a table. */
export async function readRows(from: Connection, table: Table, tick: Tick): Promise<Contents> {
  const contents = counting()
  for await (const page of rowPages(from, table)) {
    contents.add(page)
    tick(page.rows.length)
  }
  return contents.sum()
}

/** Writes the rows of a table into an empty one; answers what was read. */
export async function copyRows(from: Connection, to: Connection, table: Table, tick: Tick): Promise<Contents> {
  const contents = counting()
  const own = Object.keys(table.belongs ?? {}).filter((column) => table.belongs?.[column] === table.name)
  for await (const page of rowPages(from, table)) {
    contents.add(page)
    await insert(to, table, page.rows, own)
    tick(page.rows.length)
  }
  // A row may refer to one that comes after it.
  for (const column of own) {
    for await (const { rows } of rowPages(from, table, column)) {
      for (const row of rows) await setColumn(to, table, row, column)
    }
  }
  return contents.sum()
}

function counting() {
  const hash = createHash('sha256')
  let count = 0
  return {
    add({ rows, text }: Page) {
      count += rows.length
      hash.update(text)
    },
    sum: (): Contents => ({ rows: count, digest: hash.digest('hex') }),
  }
}

async function insert(to: Connection, table: Table, rows: readonly Row[], own: readonly string[]): Promise<void> {
  const nothing = Object.fromEntries(own.map((column) => [column, null]))
  for (let at = 0; at < rows.length; ) {
    const count = rows.length - at < BATCH ? 1 : BATCH
    const batch = rows.slice(at, at + count)
    const values = batch.flatMap((row, index) =>
      Object.entries({ ...row, ...nothing }).map(([column, value]) => [`${index} ${column}`, value] as const),
    )
    await to.change(insertOf(table, count), Object.fromEntries(values))
    at += count
  }
}

const inserts = new Map<string, Hot<Values, unknown>>()

/** Inserts so many rows; its values are named by row and column. */
function insertOf(table: Table, count: number): Hot<Values, unknown> {
  const name = `${count} ${table.name}`
  let known = inserts.get(name)
  if (!known) {
    const columns = Object.keys(table.columns)
    known = hot((db, slots) => {
      const rows = Array.from({ length: count }, (_, index) =>
        Object.fromEntries(columns.map((column) => [column, slots[`${index} ${column}`]])),
      )
      return db.insertInto(table.name as keyof Tables).values(rows as Insertable<Tables[keyof Tables]>[])
    })
    inserts.set(name, known)
  }
  return known
}

async function setColumn({ db }: Connection, table: Table, row: Row, column: string): Promise<void> {
  const key = table.primary.map((each) => sql`${sql.ref(each)} = ${row[each]}`)
  await sql`UPDATE ${sql.table(table.name)} SET ${sql.ref(column)} = ${row[column]}
    WHERE ${sql.join(key, sql` AND `)}`.execute(db)
}
