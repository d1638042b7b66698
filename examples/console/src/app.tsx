import { createClient } from '@rollcall/client'
import { RollcallProvider } from '@rollcall/react'
import { de } from '@rollcall/react/messages/de'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { FrontPage } from './front-page.tsx'
import { useLook } from './look.ts'
import { MailboxPage } from './mailbox-page.tsx'
import { ProfilePage } from './profile-page.tsx'
import { usePath } from './route.ts'
import { Shell } from './shell.tsx'
import { UserPage, UsersPage } from './users-page.tsx'
import { ForgotPasswordPage, RegisterPage, ResetPasswordPage, SignInPage } from './visitor-pages.tsx'

const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
/** Whoever is signed in now must not see what was fetched for the one before. */
const client = createClient({ onActorChange: () => void queryClient.resetQueries({ queryKey: ['rollcall'] }) })

const PAGES: Record<string, () => ReactNode> = {
  '/': FrontPage,
  '/sign-in': SignInPage,
  '/forgot-password': ForgotPasswordPage,
  '/reset-password': ResetPasswordPage,
  '/register': RegisterPage,
  '/users': UsersPage,
  '/profile': ProfilePage,
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
  const [, section, id] = path.split('/')
  if (section === 'users' && id) return <UserPage key={id} userId={decodeURIComponent(id)} />
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
