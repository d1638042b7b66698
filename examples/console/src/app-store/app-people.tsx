import { InviteUserDialog, ResourcePermissions } from '@rollcall/react'
import type { App } from './apps-query.ts'

/** Who works on an app: whoever is here already is given a role, everybody else is invited as a developer of it. */
export function AppPeople({ app }: { app: App }) {
  return (
    <>
      <p className="host-row">
        <InviteUserDialog
          scope={{ resource: app.id, name: app.name, role: 'developer' }}
          trigger={
            <button type="button" className="host-button">
              Invite developers
            </button>
          }
        />
      </p>
      <ResourcePermissions resource={app.id} />
    </>
  )
}
