import { type Me, useMe } from '@rollcall/react/users'
import type { ReactNode } from 'react'
import { Foot, type FootProps } from '../foot.tsx'
import { Person } from '../person.tsx'
import { linkTo } from '../route.ts'

interface ShellProps extends Omit<FootProps, 'children'> {
  path: string
  children: ReactNode
}

/** The host's own frame: its brand, its navigation. Nothing of it is Rollcall's. */
export function Shell({ path, look, onLook, children }: ShellProps) {
  const person = useMe().data
  const link = (to: string, words: string) => (
    <a {...linkTo(to)} aria-current={path === to || path.startsWith(`${to}/`) ? 'page' : undefined}>
      {words}
    </a>
  )
  return (
    <div className="host">
      <header className="host-bar">
        <a className="host-brand" href="/">
          <Logo />
          <span>App Store</span>
        </a>
        <nav aria-label="Main">
          {person && !person.restricted && (
            <>
              {link('/apps', 'Apps')}
              {seesUsers(person) && link('/users', 'Users')}
              {link('/profile', 'My profile')}
            </>
          )}
        </nav>
        <Person />
      </header>
      <main>{children}</main>
      <Foot look={look} onLook={onLook}>
        A made-up product with Rollcall inside. For the demo only: <a {...linkTo('/mailbox')}>the mailbox</a> with every
        mail that was sent, <a {...linkTo('/text-messages')}>text messages</a> and <a {...linkTo('/events')}>events</a>.
      </Foot>
    </div>
  )
}

/** On the whole product, or on an app of theirs. */
function seesUsers({ rights, scopedRights }: Me): boolean {
  return [rights, ...Object.values(scopedRights)].some((held) => held.includes('users.read'))
}

export function Logo() {
  return (
    <svg className="host-logo" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--host-logo)" />
      <path d="M9 9h6v6H9zM17 9h6v6h-6zM9 17h6v6H9zM20 16l4 4-4 4-4-4z" fill="var(--host-logo-ink)" />
    </svg>
  )
}
