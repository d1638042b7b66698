import { browserAddress, UserDetails, UsersTable } from '@rollcall/react'
import { ImportUsersWizard } from '@rollcall/react/imports'
import { AppsAndInstances } from '@rollcall/react/resources'
import { SettingsForm } from '@rollcall/react/settings'
import { Admin } from '../admin.tsx'
import { go } from '../route.ts'
import { usersBelow } from '../users-below.ts'

export function UserManagementPage() {
  return (
    <Admin right="users.read">
      <h1>User Management</h1>
      <UsersTable viewId="user-management" address={browserAddress} {...usersBelow('/admin/users')} />
    </Admin>
  )
}

/** The import shown is in the address, so that a reload goes on with it. */
export function ImportPage({ importId }: { importId?: string }) {
  return (
    <Admin right="users.import">
      <h1>Import</h1>
      <ImportUsersWizard
        importId={importId ?? null}
        onImportIdChange={(id) => go(id === null ? '/admin/import' : `/admin/import/${id}`)}
        onDone={() => go('/admin/users')}
      />
    </Admin>
  )
}

export function AppsAndInstancesPage() {
  return (
    <Admin right="resources.manage">
      <h1>Apps and Instances</h1>
      <AppsAndInstances />
    </Admin>
  )
}

export function SettingsPage() {
  return (
    <Admin right="settings.edit">
      <h1>Settings</h1>
      <SettingsForm />
    </Admin>
  )
}

export function UserPage({ userId }: { userId: string }) {
  return (
    <Admin right="users.read">
      <UserDetails userId={userId} onBack={() => go('/admin/users')} />
    </Admin>
  )
}
