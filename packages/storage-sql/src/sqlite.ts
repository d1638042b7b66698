import { sqliteEngine } from './dialects/sqlite/sqlite-engine.ts'
import type { SqliteOptions } from './dialects/sqlite/sqlite-files.ts'
import { createSqlStorage, type SqlStorage } from './sql-storage.ts'

export type { SqliteDatabase, SqliteStatement } from './dialects/sqlite/sqlite-database.ts'
export type { SqliteOptions } from './dialects/sqlite/sqlite-files.ts'
export type { MigrationReport } from './migrations/migrate.ts'
export type { SqlStorage } from './sql-storage.ts'

/**
 * A `Storage` in one SQLite file that any number of processes on one machine share. Opens at the first call. Call
 * `migrate()` (or run `rollcall migrate`) before, once per version.
 */
export function sqliteStorage(options: SqliteOptions): SqlStorage {
  return createSqlStorage(sqliteEngine(options))
}
