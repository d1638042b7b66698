export {
  type CopiedTable,
  CopyError,
  type CopyFault,
  type CopyOptions,
  type CopyProgress,
  type CopyReport,
  copyStorage,
} from './copy/copy-storage.ts'
export type { MigrationReport } from './migrations/migrate.ts'
export type { SqlStorage } from './sql-storage.ts'
