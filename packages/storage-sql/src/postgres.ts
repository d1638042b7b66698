import { postgresEngine } from './dialects/postgres/postgres-engine.ts'
import type { PostgresOptions } from './dialects/postgres/postgres-pool.ts'
import { createSqlStorage, type SqlStorage } from './sql-storage.ts'

export type {
  PostgresClient,
  PostgresOptions,
  PostgresPool,
  PostgresPoolConfig,
  PostgresResult,
  PostgresStatement,
} from './dialects/postgres/postgres-pool.ts'
export type { MigrationReport } from './migrations/migrate.ts'
export type { SqlStorage } from './sql-storage.ts'

/**
 * A `Storage` in one schema of a PostgreSQL database (13 or newer, with the extension `pg_trgm`) that any number of
 * processes on any number of machines share. Connects at the first call. Call `migrate()` (or run `rollcall migrate`)
 * before, once per version.
 */
export function postgresStorage(options: PostgresOptions = {}): SqlStorage {
  return createSqlStorage(postgresEngine(options))
}
