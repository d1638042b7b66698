import { mariadbEngine } from './dialects/mariadb/mariadb-engine.ts'
import type { MariadbOptions } from './dialects/mariadb/mariadb-pool.ts'
import { createSqlStorage, type SqlStorage } from './sql-storage.ts'

export type { MariadbOptions } from './dialects/mariadb/mariadb-pool.ts'
export type { MigrationReport } from './migrations/migrate.ts'
export type { SqlStorage } from './sql-storage.ts'

/**
 * A `Storage` in a MariaDB database (10.6 or newer) that any number of processes share. Connects at the first call. Call
 * `migrate()` (or run `rollcall migrate`) before, once per version.
 */
export function mariadbStorage(options: MariadbOptions): SqlStorage {
  return createSqlStorage(mariadbEngine(options))
}
