import { useMe } from '@rollcall/react/users'
import type { ReactNode } from 'react'
import { Foot, type FootProps } from './foot.tsx'
import { Person } from './person.tsx'
import { linkTo, usePath } from './route.ts'

interface ShellProps extends Omit<FootProps, 'children'> {
  name: string
  logo: ReactNode
  menu: ReactNode
  banner?: ReactNode
  tools?: ReactNode
  children: ReactNode
}

/** The host's own frame: its brand, its menu. Nothing of it is Rollcall's. */
export function Shell({ name, logo, menu, banner, tools, children, ...foot }: ShellProps) {
  const person = useMe().data
  return (
    <div className="host">
      <div>
        {banner}
        <header className="host-bar">
          <a className="host-brand" href="/">
            {logo}
            <span>{name}</span>
          </a>
          <nav aria-label="Main">{person && !person.restricted && menu}</nav>
          <Person />
        </header>
      </div>
      <main>{children}</main>
      <Foot {...foot}>
        A made-up product with Rollcall inside. For the demo only: <a {...linkTo('/mailbox')}>the mailbox</a> with every
        mail that was sent{tools}.
      </Foot>
    </div>
  )
}

interface MenuLinkProps {
  to: string
  /** Unless told, whether the page shown is there or below. */
  current?: boolean
  children: ReactNode
}

export function MenuLink({ to, current, children }: MenuLinkProps) {
  const path = usePath()
  const here = current ?? (path === to || path.startsWith(`${to}/`))
  return (
    <a {...linkTo(to)} aria-current={here ? 'page' : undefined}>
      {children}
    </a>
  )
}
