import { ImpersonationBanner } from '@rollcall/react/impersonation'
import { useMe } from '@rollcall/react/users'
import type { ReactNode } from 'react'
import { Foot, type FootProps } from '../foot.tsx'
import { Person } from '../person.tsx'
import { go, linkTo } from '../route.ts'
import { AdminMenu } from './admin-menu.tsx'

interface ShellProps extends Omit<FootProps, 'children'> {
  path: string
  children: ReactNode
}

/** The host's own frame. Who acts as somebody else is reminded of it above everything, on every page. */
export function Shell({ path, look, onLook, children }: ShellProps) {
  const person = useMe().data
  const link = (to: string, words: string) => (
    <a {...linkTo(to)} aria-current={path === to || path.startsWith(`${to}/`) ? 'page' : undefined}>
      {words}
    </a>
  )
  return (
    <div className="host">
      <div>
        <ImpersonationBanner onStopped={() => go('/surveys')} />
        <header className="host-bar">
          <a className="host-brand" href="/">
            <Logo />
            <span>Surveys</span>
          </a>
          <nav aria-label="Main">
            {person && !person.restricted && (
              <>
                {link('/surveys', 'Surveys')}
                <AdminMenu key={path} path={path} />
                {link('/profile', 'My profile')}
              </>
            )}
          </nav>
          <Person />
        </header>
      </div>
      <main>{children}</main>
      <Foot look={look} onLook={onLook}>
        A made-up product with Rollcall inside. For the demo only: <a {...linkTo('/mailbox')}>the mailbox</a> with every
        mail that was sent.
      </Foot>
    </div>
  )
}

export function Logo() {
  return (
    <svg className="host-logo" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="16" fill="var(--host-logo)" />
      <path d="M9 12h14v2.6H9zM9 17.4h9V20H9z" fill="var(--host-logo-ink)" />
    </svg>
  )
}
