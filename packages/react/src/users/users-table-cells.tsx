import '../messages/en-GB/users.ts'
import type { MouseEvent } from 'react'
import { Badge } from '../ui/badge.tsx'
import { Bidi } from '../ui/bidi.tsx'
import { MenuButton } from '../ui/menu-button.tsx'
import { Person } from '../ui/person.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Time } from '../ui/time.tsx'
import { Words } from '../ui/words.tsx'
import { roleNames } from './role-names.ts'
import type { User } from './users-query.ts'
import { rowActs } from './users-table-acts.ts'
import { useOpenUser, useUsersTable } from './users-table-context.ts'

interface CellProps {
  user: User
}

/** Who it is; the name opens the details where the host has a page for them. */
export function NameCell({ user }: CellProps) {
  const { emailShown } = useUsersTable()
  const pending = user.registeredAt === null
  const nameless = user.name === user.email
  const invited = pending && user.invitedAt && (
    <Words of="users.invited" with={{ time: <Time at={user.invitedAt} /> }} />
  )
  return (
    <Person
      name={user.name}
      detail={nameless || emailShown ? invited : user.email}
      data-state={pending ? 'pending' : undefined}
    >
      <OpenUser user={user} />
    </Person>
  )
}

function OpenUser({ user }: CellProps) {
  const { onOpenUser, userHref } = useUsersTable()
  const name = <Bidi>{user.name}</Bidi>
  if (userHref) {
    const follow = (event: MouseEvent) => {
      // A new tab or window is the browser's to open.
      if (!onOpenUser || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      onOpenUser(user)
    }
    return (
      <a className="rc-users-open" href={userHref(user)} onClick={follow} data-rc-open="">
        {name}
      </a>
    )
  }
  if (!onOpenUser) return name
  return (
    <button type="button" className="rc-users-open" onClick={() => onOpenUser(user)} data-rc-open="">
      {name}
    </button>
  )
}

/** Roles on the whole product by name; those on single resources where there is none, and counted otherwise. */
export function RolesCell({ user }: CellProps) {
  const { t } = useRollcall()
  const { roles, resources } = useUsersTable()
  const names = roleNames(t, { grants: user.grants, resources }, roles)
  const everywhere = roleNames(t, { grants: user.grants.filter(({ scope }) => scope === null) }, roles)
  // Roles on single resources are counted where there is one on the whole product; the details list them all.
  const shown = (everywhere.length > 0 ? everywhere : names).slice(0, 2)
  const more = names.length - shown.length
  if (names.length === 0) {
    return (
      <Badge tone="muted" icon="shield">
        {t('users.noRoles')}
      </Badge>
    )
  }
  return (
    <span className="rc-users-roles" title={more > 0 ? names.join(', ') : undefined}>
      <Bidi>{shown.join(', ')}</Bidi>
      {more > 0 && ` ${t('users.moreRoles', { count: more })}`}
    </span>
  )
}

export function TimeCell({ at }: { at: string | null }) {
  const { t } = useRollcall()
  return at ? <Time at={at} /> : <Dash>{t('common.never')}</Dash>
}

export function TextCell({ children }: { children: string | null }) {
  const { t } = useRollcall()
  return children ? (
    <span className="rc-users-text" title={children}>
      <Bidi>{children}</Bidi>
    </span>
  ) : (
    <Dash>{t('users.nothing')}</Dash>
  )
}

/** A password kept here, or whoever else says who they are. */
export function SignInCell({ user: { authentication } }: CellProps) {
  const { t } = useRollcall()
  return <TextCell>{authentication.provider ?? t(`users.${authentication.kind}`)}</TextCell>
}

function Dash({ children }: { children: string }) {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="rc-hidden">{children}</span>
    </>
  )
}

/** The button of a row's menu; the menu itself comes when it is first wanted. */
export function ActionsCell({ user }: CellProps) {
  const { t } = useRollcall()
  const { toggleMenu, creates } = useUsersTable()
  const open = useOpenUser()
  if (!open && !rowActs(creates).some((act) => user.actions[act] !== undefined)) return null
  return (
    <MenuButton
      label={t('common.actionsFor', { name: user.name })}
      className="rc-users-menu"
      onPointerEnter={preload}
      onFocus={preload}
      onToggle={(button) => toggleMenu(user, button)}
    />
  )
}

const preload = () => void import('./users-table-row-menu.tsx')
