import { PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type SqlBool, sql } from 'kysely'
import { indexStatements, type Table, tableLines, type Writing } from '../../migrations/schema.ts'
import type { Condition } from '../../users/user-filter.ts'
import { fromUsers } from '../../users/user-sources.ts'
import { rowBeyond, type SqlDialect } from '../sql-dialect.ts'
import { warnings } from './postgres-trigrams.ts'

/** Compared as bytes, so that pages are the same on every engine. */
const TEXT = 'text COLLATE "C"'

const writing: Writing = {
  types: {
    id: TEXT,
    key: TEXT,
    folded: TEXT,
    text: TEXT,
    integer: 'integer',
    instant: 'bigint',
    flag: 'integer',
  },
  quote: (name) => `"${name}"`,
}

/** As PostgreSQL says it, and what speaks its protocol. */
export const postgresDialect: SqlDialect = {
  name: 'PostgreSQL',
  kysely: {
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
  returns: true,
  create: (table: Table) => [
    `CREATE TABLE ${writing.quote(table.name)} (${tableLines(table, writing).join(', ')})`,
    ...indexStatements(table, writing),
  ],
  createView: (name, select) => `CREATE VIEW ${name} AS ${select}`,
  searchIndex: ['CREATE INDEX users_by_search ON users USING gin (search_key gin_trgm_ops)'],
  migrationsTable: sql`SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'migrations'`,
  warnings,
  joined: (text) => sql`string_agg(${text}, ',')`,
  searched,
  beyond: rowBeyond,
  fence: sql`OFFSET 0`,
  unlessThere: (insert) => insert.onConflict((conflict) => conflict.doNothing()),
  // Rows that refer to these may be added meanwhile.
  locked: (rows) => rows.forNoKeyUpdate(),
  lockedIfFree: (rows) => rows.forNoKeyUpdate().skipLocked(),
}

/** The index knows three letters or digits in a row; anything shorter is looked for in everybody. */
const THREE = /[\p{L}\p{N}]{3}/u

function searched(text: string): Condition {
  const holds = sql<SqlBool>`users.search_key LIKE ${`%${text.replace(/[\\%_]/g, '\\$&')}%`}`
  const source = { ...fromUsers(holds), apart: true }
  return { holds, exact: true, source: THREE.test(text) ? source : { ...source, size: Number.POSITIVE_INFINITY } }
}
