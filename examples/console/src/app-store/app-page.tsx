import { Can, useCan } from '@rollcall/react'
import { Missing } from '../missing.tsx'
import { MenuLink } from '../shell.tsx'
import { SignedIn } from '../signed-in.tsx'
import { Builds } from './app-builds.tsx'
import { AppPeople } from './app-people.tsx'
import { PLATFORMS, useApps } from './apps-query.ts'
import './apps.css'

/** One app: its builds, and who may do what with it. */
export function AppPage({ appId, tab }: { appId: string; tab: string | undefined }) {
  return (
    <SignedIn>
      <OneApp appId={appId} tab={tab} />
    </SignedIn>
  )
}

function OneApp({ appId, tab }: { appId: string; tab: string | undefined }) {
  const { data: apps } = useApps()
  const assigns = useCan('access.assign', { type: 'app', id: appId })
  const app = apps?.find(({ id }) => id === appId)
  if (!apps) return null
  if (!app) {
    return (
      <Missing title="There is no such app" to="/apps" words="To your apps">
        It may exist; you have no role on it.
      </Missing>
    )
  }
  const permissions = tab === 'permissions' && assigns
  return (
    <section className="host-page host-wide">
      <h1>
        <bdi>{app.name}</bdi>
      </h1>
      <p className="host-lead">
        {PLATFORMS[app.platform]}. {app.summary}
      </p>
      <nav className="host-tabs" aria-label={app.name}>
        <MenuLink to={`/apps/${appId}`} current={!permissions}>
          Builds
        </MenuLink>
        <Can right="access.assign" resource={{ type: 'app', id: appId }}>
          <MenuLink to={`/apps/${appId}/permissions`} current={permissions}>
            Permissions
          </MenuLink>
        </Can>
      </nav>
      {permissions ? <AppPeople app={app} /> : <Builds app={app} />}
    </section>
  )
}
