import '../messages/en-GB/users.ts'
import type { ReactNode } from 'react'
import { Skeleton } from '../ui/skeleton.tsx'
import { StatusBadge } from './status-badge.tsx'
import type { SortName } from './users-filter.ts'
import type { User } from './users-query.ts'
import { NameCell, RolesCell, SignInCell, TextCell, TimeCell } from './users-table-cells.tsx'
import { useUsersTable } from './users-table-context.ts'

/** The columns of the kit, in their usual order. */
export type UsersColumnId =
  | 'name'
  | 'email'
  | 'username'
  | 'firstName'
  | 'lastName'
  | 'status'
  | 'role'
  | 'organization'
  | 'authentication'
  | 'createdAt'
  | 'lastSignInAt'

/** A column of the host's own. */
export interface UsersColumn {
  /** Letters, digits, `_` and `.`; it stands in addresses and stores. */
  id: string
  header: string
  cell: (user: User) => ReactNode
  /** The column it comes behind until somebody moves it; the last one unless given. */
  after?: UsersColumnId
  /** Pixels it comes with; 160 unless given. */
  width?: number
  align?: 'end'
  /** Not shown until somebody chooses it. */
  hidden?: boolean
}

/** A column as the table draws it. */
export interface TableColumn extends Omit<UsersColumn, 'after'> {
  width: number
  /** What its head sorts by; the name's cell shows two things to sort by. */
  sorts: readonly SortName[]
  quiet?: boolean
  waiting: ReactNode
}

type OwnColumn = Omit<TableColumn, 'header' | 'id'> & { id: UsersColumnId }

const text = <Skeleton width="64%" />
const time = { width: 124, align: 'end', quiet: true, waiting: text } as const

const OWN: readonly OwnColumn[] = [
  {
    id: 'name',
    width: 232,
    sorts: ['name', 'email'],
    cell: (user) => <NameCell user={user} />,
    waiting: (
      <span className="rc-person">
        <Skeleton shape="circle" />
        <span className="rc-users-waiting">
          <Skeleton width="56%" />
          <Skeleton width="80%" />
        </span>
      </span>
    ),
  },
  own('email', 220, ['email'], { hidden: true }),
  own('username', 120, ['username'], {}),
  own('firstName', 128, [], { hidden: true }),
  own('lastName', 128, [], { hidden: true }),
  {
    id: 'status',
    width: 168,
    sorts: ['status'],
    cell: (user) => <StatusCell user={user} />,
    waiting: <Skeleton shape="badge" />,
  },
  { id: 'role', width: 144, sorts: ['role'], cell: (user) => <RolesCell user={user} />, waiting: text },
  own('organization', 156, ['organization'], { quiet: true }),
  {
    id: 'authentication',
    width: 104,
    sorts: [],
    quiet: true,
    cell: (user) => <SignInCell user={user} />,
    waiting: text,
  },
  { id: 'createdAt', ...time, sorts: ['createdAt'], hidden: true, cell: (user) => <TimeCell at={user.createdAt} /> },
  { id: 'lastSignInAt', ...time, sorts: ['lastSignInAt'], cell: (user) => <TimeCell at={user.lastSignInAt} /> },
]

/** A column of plain words. */
function own(
  id: 'email' | 'username' | 'firstName' | 'lastName' | 'organization',
  width: number,
  sorts: readonly SortName[],
  further: Pick<TableColumn, 'hidden' | 'quiet'>,
): OwnColumn {
  return { id, width, sorts, ...further, waiting: text, cell: (user) => <TextCell>{user[id]}</TextCell> }
}

interface Given {
  header: (id: UsersColumnId) => string
  /** The host's own. */
  hosts: readonly UsersColumn[]
  /** Whether the reader belongs to an organization; to all others theirs would be a column of dashes. */
  organizations: boolean
  /** What people sign in with. Without user names there is no column of them; beside addresses they are not shown at first. */
  identifier: 'email' | 'username' | 'either' | undefined
}

/** The kit's columns with those of the host among them. */
export function tableColumns({ header, hosts, organizations, identifier }: Given): TableColumn[] {
  const usernames = identifier === 'username' || identifier === 'either'
  const kit = usernames ? OWN : OWN.filter(({ id }) => id !== 'username')
  const away: Partial<Record<UsersColumnId, boolean>> = {
    organization: !organizations,
    username: identifier !== 'username',
  }
  const columns: TableColumn[] = kit.map((column) => {
    const hidden = away[column.id] ?? column.hidden
    return { ...column, header: header(column.id), ...(hidden && { hidden }) }
  })
  for (const { after, width = 160, ...column } of hosts) {
    const at = columns.findIndex(({ id }) => id === after) + 1
    columns.splice(at > 0 ? at : columns.length, 0, { ...column, width, sorts: [], waiting: text })
  }
  return columns
}

function StatusCell({ user }: { user: User }) {
  const { begin } = useUsersTable()
  return <StatusBadge user={user} onAct={(act) => begin(act, user)} />
}
