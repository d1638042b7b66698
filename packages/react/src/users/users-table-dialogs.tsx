import { lazy, type ReactNode, Suspense } from 'react'
import type { CountInput, User } from './users-query.ts'
import type { BulkAct } from './users-table-acts.ts'
import type { UserAct } from './users-table-context.ts'

// Loaded when first opened: they are most of the weight and seldom needed.
const InviteUserDialog = lazy(async () => ({ default: (await import('../invitations/index.ts')).InviteUserDialog }))
const CreateUserWizard = lazy(async () => ({ default: (await import('./create-user-wizard.tsx')).CreateUserWizard }))
const Dialogs = {
  edit: lazy(async () => ({ default: (await import('./edit-user-wizard.tsx')).EditUserWizard })),
  sendWelcome: lazy(async () => ({ default: (await import('./send-welcome-dialog.tsx')).SendWelcomeDialog })),
  unlock: lazy(async () => ({ default: (await import('../lockout/index.ts')).UnlockUserDialog })),
  resend: lazy(async () => ({ default: (await import('../invitations/index.ts')).ResendInvitationDialog })),
  revoke: lazy(async () => ({ default: (await import('../invitations/index.ts')).RevokeInvitationDialog })),
  reactivate: lazy(async () => ({ default: (await import('./reactivate-user-dialog.tsx')).ReactivateUserDialog })),
  impersonate: lazy(async () => ({ default: (await import('../impersonation/index.ts')).ImpersonateDialog })),
}
const DeleteUserDialog = lazy(async () => ({ default: (await import('./delete-user-dialog.tsx')).DeleteUserDialog }))
const WelcomeAllDialog = lazy(() => import('./send-welcome-all-dialog.tsx'))
const BulkDialog = lazy(() => import('./users-table-bulk-dialog.tsx'))

/** What is open above a users table. An act keeps those it was begun for, whatever happens in the list meanwhile. */
export type OpenDialog =
  | { readonly act: 'invite' }
  | { readonly act: 'create' }
  | { readonly act: 'welcomeAll'; readonly filter: CountInput }
  | { readonly act: UserAct; readonly user: User }
  | {
      readonly act: 'bulk'
      readonly change: BulkAct
      readonly users: readonly User[]
      /** Everybody was dealt with. */
      readonly onDone: () => void
    }

interface DialogsProps {
  /** The last one stays when it closes, so that it can give focus back. */
  dialog: OpenDialog | null
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Whom to ask before somebody is deleted. */
  support?: ReactNode
}

export function UsersDialogs({ dialog, open, onOpenChange, support }: DialogsProps) {
  if (!dialog) return null
  if (dialog.act === 'invite' || dialog.act === 'create') {
    const Adding = dialog.act === 'invite' ? InviteUserDialog : CreateUserWizard
    return (
      <Suspense>
        <Adding open={open} onOpenChange={onOpenChange} />
      </Suspense>
    )
  }
  if (dialog.act === 'bulk') {
    const { change, users, onDone } = dialog
    return (
      <Suspense>
        <BulkDialog act={change} users={users} open={open} onOpenChange={onOpenChange} onDone={onDone} />
      </Suspense>
    )
  }
  if (dialog.act === 'welcomeAll') {
    return (
      <Suspense>
        <WelcomeAllDialog filter={dialog.filter} open={open} onOpenChange={onOpenChange} />
      </Suspense>
    )
  }
  if (dialog.act === 'delete') {
    const { user } = dialog
    return (
      <Suspense>
        <DeleteUserDialog key={user.id} user={user} open={open} onOpenChange={onOpenChange} support={support} />
      </Suspense>
    )
  }
  const ActDialog = Dialogs[dialog.act]
  return (
    <Suspense>
      <ActDialog key={dialog.user.id} user={dialog.user} open={open} onOpenChange={onOpenChange} />
    </Suspense>
  )
}
