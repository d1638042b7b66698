import { AuditLog, browserAddress, GroupsTable, RolesMatrix, UserDetails, UsersTable } from '@rollcall/react'
import { Admin } from '../admin.tsx'
import { go, linkTo } from '../route.ts'
import { usersBelow } from '../users-below.ts'

export function SystemUsersPage() {
  return (
    <Admin right="users.read">
      <h1>System Users</h1>
      <UsersTable
        viewId="system-users"
        address={browserAddress}
        {...usersBelow('/admin/users')}
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
    <Admin right="users.read">
      <UserDetails userId={userId} onBack={() => go('/admin/users')} onImpersonated={() => go('/surveys')} />
    </Admin>
  )
}

export function RolesPage() {
  return (
    <Admin right="access.readRoles">
      <h1>Roles</h1>
      <RolesMatrix />
    </Admin>
  )
}

export function GroupsPage() {
  return (
    <Admin right="groups.read">
      <h1>Groups</h1>
      <GroupsTable />
    </Admin>
  )
}

export function AuditPage() {
  return (
    <Admin right="audit.read">
      <h1>Audit</h1>
      <AuditLog />
    </Admin>
  )
}

/** What the help of the users table leads to; the host's own words. */
export function SecurityPage() {
  return (
    <Admin right="users.read">
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
