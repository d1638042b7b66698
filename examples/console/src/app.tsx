import { createClient } from '@rollcall/client'
import { RollcallProvider } from '@rollcall/react'
import { de } from '@rollcall/react/messages/de'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { AppPage } from './apps/app-page.tsx'
import { AppsPage } from './apps/apps-page.tsx'
import { NewAppPage } from './apps/new-app-page.tsx'
import { EventsPage } from './demo/events-page.tsx'
import { MailboxPage } from './demo/mailbox-page.tsx'
import { TextMessagesPage } from './demo/text-messages-page.tsx'
import { FrontPage } from './front-page.tsx'
import { useLook } from './look.ts'
import { ProfilePage } from './profile-page.tsx'
import { usePath } from './route.ts'
import { Shell } from './shell.tsx'
import { UserPage, UsersPage } from './users-page.tsx'
import { ForgotPasswordPage, RegisterPage, ResetPasswordPage, SignInPage } from './visitor-pages.tsx'

const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
/** Whoever is signed in now must not see what was fetched for the one before. */
const client = createClient({
  onActorChange() {
    for (const key of ['rollcall', 'apps']) void queryClient.resetQueries({ queryKey: [key] })
  },
})

const PAGES: Record<string, () => ReactNode> = {
  '/': FrontPage,
  '/sign-in': SignInPage,
  '/forgot-password': ForgotPasswordPage,
  '/reset-password': ResetPasswordPage,
  '/register': RegisterPage,
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
    <QueryClientProvider client={queryClient}>
      <RollcallProvider
        client={client}
        queryClient={queryClient}
        locale={look.language}
        messages={{ de }}
        theme={look.theme}
      >
        <Shell path={path} look={look} onLook={setLook}>
          <Page path={path} />
        </Shell>
      </RollcallProvider>
    </QueryClientProvider>
  )
}

function Page({ path }: { path: string }) {
  const [, section, id, part] = path.split('/')
  if (section === 'users' && id) return <UserPage key={id} userId={decodeURIComponent(id)} />
  if (section === 'apps' && id === 'new') return <NewAppPage appId={part} />
  if (section === 'apps' && id) return <AppPage key={id} appId={id} tab={part} />
  if (section === 'mailbox') return <MailboxPage mailId={id} />
  const Known = PAGES[path]
  return Known ? (
    <Known />
  ) : (
    <section className="host-page">
      <h1>There is no such page</h1>
      <p>
        <a href="/">To the front page</a>
      </p>
    </section>
  )
}
