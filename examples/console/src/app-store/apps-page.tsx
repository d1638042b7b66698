import { Can } from '@rollcall/react'
import { linkTo } from '../route.ts'
import { SignedIn } from '../signed-in.tsx'
import { PLATFORMS, useApps } from './apps-query.ts'
import './apps.css'

export function AppsPage() {
  return (
    <SignedIn>
      <AppList />
    </SignedIn>
  )
}

function AppList() {
  const { data: apps } = useApps()
  return (
    <section className="host-page host-wide">
      <header className="host-head">
        <h1>Apps</h1>
        <Can right="apps.create">
          <a className="host-button" {...linkTo('/apps/new')}>
            New app
          </a>
        </Can>
      </header>
      {apps?.length === 0 && (
        <p className="host-lead">You have no app yet. The owner of one gives you a role on it, or invites you.</p>
      )}
      <ul className="host-apps">
        {apps?.map(({ id, name, platform, summary, builds }) => (
          <li key={id}>
            <a {...linkTo(`/apps/${id}`)}>
              <bdi>{name}</bdi>
            </a>
            <p>{summary}</p>
            <small>
              {PLATFORMS[platform]}, {builds[0] ? `version ${builds[0].version}` : 'no build yet'}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
