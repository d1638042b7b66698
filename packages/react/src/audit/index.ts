export type { AuditGroup } from './audit-actions.ts'
export type { AuditFilter } from './audit-filter.ts'
export { AuditLog, type AuditLogProps } from './audit-log.tsx'
export { useExportEntries } from './use-export-entries.ts'
