import { lazy, Suspense } from 'react'
import type { Group } from './groups-query.ts'

// Loaded when first opened: they are most of the weight and seldom needed.
const GroupForm = lazy(async () => ({ default: (await import('./group-form-dialog.tsx')).GroupFormDialog }))
const Dialogs = {
  members: lazy(async () => ({ default: (await import('./group-members-dialog.tsx')).GroupMembersDialog })),
  roles: lazy(async () => ({ default: (await import('./group-roles-dialog.tsx')).GroupRolesDialog })),
  edit: GroupForm,
  delete: lazy(async () => ({ default: (await import('./delete-group-dialog.tsx')).DeleteGroupDialog })),
}

export type GroupAct = keyof typeof Dialogs
export type OpenGroup = { readonly act: 'create' } | { readonly act: GroupAct; readonly group: Group }

export interface GroupDialogProps {
  /** As it is now, while the dialog is open too. */
  group: Group
  /** Whether the reader may change groups. */
  manage: boolean
  open: boolean
  onOpenChange: (open: boolean) => void
}

interface GroupsTableDialogsProps extends Omit<GroupDialogProps, 'group'> {
  dialog: OpenGroup
  groups: readonly Group[]
}

export function GroupsTableDialogs({ dialog, groups, manage, open, onOpenChange }: GroupsTableDialogsProps) {
  if (dialog.act === 'create') {
    return (
      <Suspense>
        <GroupForm group={null} open={open} onOpenChange={onOpenChange} />
      </Suspense>
    )
  }
  const { act, group } = dialog
  const now = groups.find(({ id }) => id === group.id) ?? group
  const ActDialog = Dialogs[act]
  return (
    <Suspense>
      <ActDialog group={now} manage={manage} open={open} onOpenChange={onOpenChange} />
    </Suspense>
  )
}
