import { SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, sql } from 'kysely'
import { indexStatements, type Table, tableLines, type Writing } from '../../migrations/schema.ts'
import { rowBeyond, type SqlDialect } from '../sql-dialect.ts'
import { SEARCH_INDEX, searched } from './sqlite-search.ts'

const writing: Writing = {
  types: {
    id: 'TEXT',
    key: 'TEXT',
    folded: 'TEXT',
    text: 'TEXT',
    integer: 'INTEGER',
    instant: 'INTEGER',
    flag: 'INTEGER',
  },
  quote: (name) => `"${name}"`,
  numbered: 'UNIQUE',
}

/** As SQLite says it. One connection writes at a time, so that its rows need no locks. */
export const sqliteDialect: SqlDialect = {
  name: 'SQLite',
  kysely: {
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
  returns: true,
  create,
  createView: (name, select) => `CREATE VIEW ${name} AS ${select}`,
  searchIndex: SEARCH_INDEX,
  migrationsTable: sql`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migrations'`,
  warnings: async () => [],
  joined: (text) => sql`group_concat(${text})`,
  searched,
  beyond: rowBeyond,
  fence: null,
  unlessThere: (insert) => insert.onConflict((conflict) => conflict.doNothing()),
  locked: (rows) => rows,
  lockedIfFree: (rows) => rows,
}

function create(table: Table): string[] {
  const number = table.numbered ? ['number INTEGER PRIMARY KEY'] : []
  const lines = [...number, ...tableLines(table, writing)].join(', ')
  const kind = table.clustered ? 'STRICT, WITHOUT ROWID' : 'STRICT'
  return [`CREATE TABLE ${writing.quote(table.name)} (${lines}) ${kind}`, ...indexStatements(table, writing)]
}
