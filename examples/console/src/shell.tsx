import { useSignOut } from '@rollcall/react/sign-in'
import { type Me, useMe } from '@rollcall/react/users'
import type { ReactNode } from 'react'
import type { Look } from './look.ts'
import { go, linkTo } from './route.ts'

interface ShellProps {
  path: string
  look: Look
  onLook: (change: Partial<Look>) => void
  children: ReactNode
}

/** The host's own frame: its brand, its navigation. Nothing of it is Rollcall's. */
export function Shell({ path, look, onLook, children }: ShellProps) {
  const me = useMe()
  const person = me.data
  const link = (to: string, words: string) => (
    <a {...linkTo(to)} aria-current={path === to || path.startsWith(`${to}/`) ? 'page' : undefined}>
      {words}
    </a>
  )
  return (
    <div className="host">
      <header className="host-bar">
        <a className="host-brand" {...linkTo('/')}>
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
        <div className="host-person">
          {person ? (
            <>
              <bdi className="host-name">{person.name}</bdi>
              <SignOut />
            </>
          ) : (
            !me.isPending && link('/sign-in', 'Sign in')
          )}
        </div>
      </header>
      <main>{children}</main>
      <footer className="host-foot">
        <p>
          A made-up product with Rollcall inside. For the demo only: <a {...linkTo('/mailbox')}>the mailbox</a> with
          every mail that was sent, <a {...linkTo('/text-messages')}>text messages</a> and{' '}
          <a {...linkTo('/events')}>events</a>.
        </p>
        <label>
          Theme
          <select value={look.theme} onChange={({ target }) => onLook({ theme: target.value as Look['theme'] })}>
            <option value="system">As the system</option>
            <option value="light">Light</option>
            <option value="dark">Dark</option>
          </select>
        </label>
        <label>
          Rollcall’s language
          <select
            value={look.language}
            onChange={({ target }) => onLook({ language: target.value as Look['language'] })}
          >
            <option value="en-GB">English</option>
            <option value="de">Deutsch</option>
          </select>
        </label>
      </footer>
    </div>
  )
}

/** On the whole product, or on an app of theirs. */
function seesUsers({ rights, scopedRights }: Me): boolean {
  return [rights, ...Object.values(scopedRights)].some((held) => held.includes('users.read'))
}

function SignOut() {
  const signOut = useSignOut()
  return (
    <button type="button" onClick={() => signOut.mutate(undefined, { onSuccess: () => go('/') })}>
      Sign out
    </button>
  )
}

export function Logo() {
  return (
    <svg className="host-logo" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--host-logo)" />
      <path d="M9 9h6v6H9zM17 9h6v6h-6zM9 17h6v6H9zM20 16l4 4-4 4-4-4z" fill="var(--host-logo-ink)" />
    </svg>
  )
}
