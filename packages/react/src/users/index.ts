export { type StatusAct, StatusBadge, type StatusBadgeProps } from './status-badge.tsx'
export type { UsersFilter, UsersSort } from './users-filter.ts'
export { type User, usersCountQuery, usersQuery } from './users-query.ts'
export { UsersTable, type UsersTableProps } from './users-table.tsx'
