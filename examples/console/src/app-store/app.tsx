import type { ReactNode } from 'react'
import { MailboxPage } from '../demo/mailbox-page.tsx'
import { useLook } from '../look.ts'
import { NotFound } from '../not-found.tsx'
import { Product } from '../product.tsx'
import { ProfilePage } from '../profile-page.tsx'
import { usePath } from '../route.ts'
import { visitorPages } from '../visitor-pages.tsx'
import { AppPage } from './app-page.tsx'
import { AppsPage } from './apps-page.tsx'
import { EventsPage } from './events-page.tsx'
import { NewAppPage } from './new-app-page.tsx'
import { Logo, Shell } from './shell.tsx'
import { TextMessagesPage } from './text-messages-page.tsx'
import { UserPage, UsersPage } from './users-page.tsx'

const brand = (
  <>
    <Logo /> Northwind App Store
  </>
)

const PAGES: Record<string, () => ReactNode> = {
  ...visitorPages(brand, '/apps'),
  '/': AppsPage,
  '/apps': AppsPage,
  '/users': UsersPage,
  '/profile': ProfilePage,
  '/text-messages': TextMessagesPage,
  '/events': EventsPage,
}

export function App() {
  const [look, setLook] = useLook()
  const path = usePath()
  return (
    <Product look={look}>
      <Shell path={path} look={look} onLook={setLook}>
        <Page path={path} />
      </Shell>
    </Product>
  )
}

function Page({ path }: { path: string }) {
  const [, section, id, part] = path.split('/')
  if (section === 'users' && id) return <UserPage key={id} userId={decodeURIComponent(id)} />
  if (section === 'apps' && id === 'new') return <NewAppPage appId={part} />
  if (section === 'apps' && id) return <AppPage key={id} appId={id} tab={part} />
  if (section === 'mailbox') return <MailboxPage mailId={id} />
  const Known = PAGES[path] ?? NotFound
  return <Known />
}
