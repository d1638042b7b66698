export { readAgent } from './agent-text.ts'
export { FailedLoginList, type FailedLoginListProps } from './failed-login-list.tsx'
export { UnlockUserDialog, type UnlockUserDialogProps } from './unlock-user-dialog.tsx'
export { useUnlockUser } from './use-unlock-user.ts'
