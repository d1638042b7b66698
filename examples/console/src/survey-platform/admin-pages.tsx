import { AuditLog, browserAddress, GroupsTable, RolesMatrix, UserDetails, UsersTable } from '@rollcall/react'
import { addressOf, go, linkTo } from '../route.ts'
import { Admin } from './admin.tsx'

const pathOf = (user: { id: string }) => `/admin/users/${encodeURIComponent(user.id)}`

export function SystemUsersPage() {
  return (
    <Admin path="/admin/users">
      <h1>System Users</h1>
      <UsersTable
        viewId="system-users"
        address={browserAddress}
        userHref={(user) => addressOf(pathOf(user))}
        onOpenUser={(user) => go(pathOf(user))}
        help={
          <>
            New here? Read the <a {...linkTo('/admin/security')}>security basics</a> before you add users.
          </>
        }
      />
    </Admin>
  )
}

export function SystemUserPage({ userId }: { userId: string }) {
  return (
    <Admin path="/admin/users">
      <UserDetails userId={userId} onBack={() => go('/admin/users')} onImpersonated={() => go('/surveys')} />
    </Admin>
  )
}

export function RolesPage() {
  return (
    <Admin path="/admin/roles">
      <h1>Roles</h1>
      <RolesMatrix />
    </Admin>
  )
}

export function GroupsPage() {
  return (
    <Admin path="/admin/groups">
      <h1>Groups</h1>
      <GroupsTable />
    </Admin>
  )
}

export function AuditPage() {
  return (
    <Admin path="/admin/audit">
      <h1>Audit</h1>
      <AuditLog />
    </Admin>
  )
}

/** What the help of the users table leads to; the host's own words. */
export function SecurityPage() {
  return (
    <Admin path="/admin/users">
      <h1>Security basics</h1>
      <ul className="host-lead">
        <li>Give the lowest role that does the work. A role on one survey is often enough.</li>
        <li>One account for one person. Shared passwords leave nobody answerable.</li>
        <li>Five wrong passwords lock an account. Ask the owner what happened before you open it.</li>
        <li>Acting as somebody else is for troubleshooting. They are told, and all of it is written down.</li>
        <li>Deactivate people on the day they leave.</li>
      </ul>
      <a {...linkTo('/admin/users')}>To the system users</a>
    </Admin>
  )
}
