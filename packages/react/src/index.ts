export { type InviteScope, InviteUserDialog, type InviteUserDialogProps } from './invitations/invite-user-dialog.tsx'
export {
  type InvitationDialogProps,
  ResendInvitationDialog,
} from './invitations/resend-invitation-dialog.tsx'
export { RevokeInvitationDialog } from './invitations/revoke-invitation-dialog.tsx'
export type { Catalogues, Messages, PartialMessages } from './messages/message.ts'
export { RollcallProvider, type RollcallProviderProps } from './provider.tsx'
export { type StatusAct, StatusBadge, type StatusBadgeProps } from './users/status-badge.tsx'
export type { UsersFilter, UsersSort } from './users/users-filter.ts'
export type { User } from './users/users-query.ts'
export { UsersTable, type UsersTableProps } from './users/users-table.tsx'
