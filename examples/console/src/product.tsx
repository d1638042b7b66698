import { RollcallProvider } from '@rollcall/react'
import { de } from '@rollcall/react/messages/de'
import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { client, queryClient } from './client.ts'
import { MailboxPage } from './demo/mailbox-page.tsx'
import { useLook } from './look.ts'
import { NotFound } from './not-found.tsx'
import { type Pages, pageAt } from './pages.ts'
import { ProfilePage } from './profile-page.tsx'
import { usePath } from './route.ts'
import { Shell } from './shell.tsx'
import { visitorPages } from './visitor-pages.tsx'

interface ProductProps {
  name: string
  logo: ReactNode
  /** The page that signing in leads to. */
  home: string
  /** The way to its pages, for whoever is signed in. */
  menu: ReactNode
  pages: Pages
  /** What every page begins with. */
  banner?: ReactNode
  /** What the demo shows of it beside the mailbox. */
  tools?: ReactNode
}

/** A product: its own frame and pages, and what Rollcall's components need above them. */
export function Product({ pages, home, ...frame }: ProductProps) {
  const [look, setLook] = useLook()
  const path = usePath()
  const brand = (
    <>
      {frame.logo} Northwind {frame.name}
    </>
  )
  const all: Pages = {
    ...visitorPages(brand, home),
    '/profile': <ProfilePage />,
    '/mailbox': <MailboxPage />,
    '/mailbox/': (mailId) => <MailboxPage mailId={mailId} />,
    ...pages,
  }
  return (
    <QueryClientProvider client={queryClient}>
      <RollcallProvider
        client={client}
        queryClient={queryClient}
        locale={look.language}
        messages={{ de }}
        theme={look.theme}
      >
        <Shell {...frame} look={look} onLook={setLook}>
          {pageAt(all, path) ?? <NotFound />}
        </Shell>
      </RollcallProvider>
    </QueryClientProvider>
  )
}
