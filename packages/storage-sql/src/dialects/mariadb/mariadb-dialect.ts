import { MysqlAdapter, MysqlIntrospector, MysqlQueryCompiler, type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Index, indexOf, type Table, tableLines, type Writing } from '../../migrations/schema.ts'
import type { Condition } from '../../users/user-filter.ts'
import { fromUsers } from '../../users/user-sources.ts'
import type { Columns, Side, SqlDialect } from '../sql-dialect.ts'

const writing: Writing = {
  types: {
    id: 'varchar(100)',
    key: 'varchar(255)',
    folded: 'varchar(400)',
    text: 'longtext',
    integer: 'integer',
    instant: 'bigint',
    flag: 'integer',
  },
  quote: (name) => `\`${name}\``,
}

/** Bytewise, and blanks at the end count: pages are the same on every engine. */
export const COLLATION = 'utf8mb4_nopad_bin'

/**
 * As MariaDB says it. Each statement that changes the schema is a transaction of its own there: indexes come with their
 * table, and whatever is there already is left as it is.
 */
export const mariadbDialect: SqlDialect = {
  name: 'MariaDB',
  kysely: {
    createAdapter: () => new MysqlAdapter(),
    createIntrospector: (db) => new MysqlIntrospector(db),
    createQueryCompiler: () => new MysqlQueryCompiler(),
  },
  returns: false,
  create,
  createView: (name, select) => `CREATE OR REPLACE VIEW ${name} AS ${select}`,
  // There is no index of parts of words in every script.
  searchIndex: [],
  migrationsTable: sql`SELECT 1 FROM information_schema.tables
    WHERE table_schema = database() AND table_name = 'migrations'`,
  warnings: async () => [],
  joined: (text) => sql`group_concat(${text} SEPARATOR ',')`,
  searched,
  beyond,
  fence: null,
  unlessThere: (insert) => insert.ignore(),
  locked: (rows) => rows.forUpdate(),
  lockedIfFree: (rows) => rows.forUpdate().skipLocked(),
}

function create(table: Table): string[] {
  const { quote } = writing
  const indexes = Object.entries(table.indexes ?? {}).map(
    ([name, index]) => `${indexOf(index).kind} ${quote(name)} (${columnsOf(index).map(quote).join(', ')})`,
  )
  const lines = [...tableLines(table, writing), ...indexes].join(', ')
  return [
    `CREATE TABLE IF NOT EXISTS ${quote(table.name)} (${lines}) ENGINE InnoDB CHARACTER SET utf8mb4 COLLATE ${COLLATION}`,
  ]
}

/** No index is partial: one that would be begins with what it is about, unless it holds nearly all rows anyway. */
function columnsOf(index: Index): readonly string[] {
  const { columns, where } = indexOf(index)
  return where === null || where.is === 'IS NOT NULL' ? columns : [where.column, ...columns]
}

function searched(text: string): Condition {
  const holds = sql<SqlBool>`instr(users.search_key, ${text}) > 0`
  return { holds, exact: true, source: { ...fromUsers(holds), size: Number.POSITIVE_INFINITY } }
}

/** Spelt out: rows of values that are compared as such walk no index. */
function beyond([column, ...others]: Columns, side: Side, [value, ...values]: readonly unknown[]): RawBuilder<SqlBool> {
  if (others.length === 0) return sql`${column} ${sql.raw(side)} ${value}`
  const past = sql.raw(side.slice(0, 1))
  return sql`(${column} ${past} ${value} OR (${column} = ${value} AND ${beyond(others, side, values)}))`
}
