import { createColumnHelper, tableFeatures } from '@tanstack/react-table'
import { StatusBadge } from './status-badge.tsx'
import type { SortName } from './users-filter.ts'
import type { User } from './users-query.ts'
import { ActionsCell, NameCell, RolesCell, TimeCell } from './users-table-cells.tsx'
import { useUsersTable } from './users-table-context.ts'

/** The server filters, sorts and pages. */
export const features = tableFeatures({})

const column = createColumnHelper<typeof features, User>()

export const columns = column.columns([
  column.display({ id: 'name', cell: ({ row }) => <NameCell user={row.original} /> }),
  column.display({ id: 'status', cell: ({ row }) => <StatusCell user={row.original} /> }),
  column.display({ id: 'role', cell: ({ row }) => <RolesCell user={row.original} /> }),
  column.display({ id: 'createdAt', cell: ({ row }) => <TimeCell at={row.original.createdAt} /> }),
  column.display({ id: 'lastSignInAt', cell: ({ row }) => <TimeCell at={row.original.lastSignInAt} /> }),
  column.display({ id: 'actions', cell: ({ row }) => <ActionsCell user={row.original} /> }),
])

/** What a press on the head of a column sorts by; the name's cell shows two things to sort by. */
export const SORTS: Readonly<Record<string, readonly SortName[]>> = {
  name: ['name', 'email'],
  status: ['status'],
  role: ['role'],
  createdAt: ['createdAt'],
  lastSignInAt: ['lastSignInAt'],
}

/** Where a column's words stand. */
export const ALIGN: Readonly<Record<string, 'end' | 'center'>> = { lastSignInAt: 'end', actions: 'center' }

function StatusCell({ user }: { user: User }) {
  const { begin } = useUsersTable()
  return <StatusBadge user={user} onAct={(act) => begin(act, user)} />
}
