import { Can, useCan } from '@rollcall/react'
import { linkTo } from '../route.ts'
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
      <section className="host-page">
        <h1>There is no such app</h1>
        <p className="host-lead">It may exist; you have no role on it.</p>
        <a {...linkTo('/apps')}>To your apps</a>
      </section>
    )
  }
  const permissions = tab === 'permissions' && assigns
  const link = (to: string, words: string, current: boolean) => (
    <a {...linkTo(to)} aria-current={current ? 'page' : undefined}>
      {words}
    </a>
  )
  return (
    <section className="host-page host-wide">
      <h1>
        <bdi>{app.name}</bdi>
      </h1>
      <p className="host-lead">
        {PLATFORMS[app.platform]}. {app.summary}
      </p>
      <nav className="host-tabs" aria-label={app.name}>
        {link(`/apps/${appId}`, 'Builds', !permissions)}
        <Can right="access.assign" resource={{ type: 'app', id: appId }}>
          {link(`/apps/${appId}/permissions`, 'Permissions', permissions)}
        </Can>
      </nav>
      {permissions ? <AppPeople app={app} /> : <Builds app={app} />}
    </section>
  )
}
