export type { MigrationReport } from './migrations/migrate.ts'
export type { SqlStorage } from './sql-storage.ts'
