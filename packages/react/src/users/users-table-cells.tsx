import '../messages/en-GB/invitations.ts'
import '../messages/en-GB/lockout.ts'
import '../messages/en-GB/users.ts'
import type { MouseEvent } from 'react'
import { Badge } from '../ui/badge.tsx'
import { Bidi } from '../ui/bidi.tsx'
import { IconButton } from '../ui/button.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { Person } from '../ui/person.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Time } from '../ui/time.tsx'
import { Words } from '../ui/words.tsx'
import { roleNames } from './role-names.ts'
import type { User } from './users-query.ts'
import { type UserAct, useUsersTable } from './users-table-context.ts'

interface CellProps {
  user: User
}

/** Who it is; the name opens the details where the host has a page for them. */
export function NameCell({ user }: CellProps) {
  const pending = user.registeredAt === null
  const nameless = user.name === user.email
  const invited = pending && user.invitedAt && (
    <Words of="users.invited" with={{ time: <Time at={user.invitedAt} /> }} />
  )
  return (
    <Person name={user.name} detail={nameless ? invited : user.email} data-state={pending ? 'pending' : undefined}>
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

/** Roles on the whole product by name, those on one resource with it. */
export function RolesCell({ user }: CellProps) {
  const { t } = useRollcall()
  const { roles, resources } = useUsersTable()
  const names = roleNames(t, { grants: user.grants, resources }, roles)
  if (names.length === 0) {
    return (
      <Badge tone="muted" icon="shield">
        {t('users.noRoles')}
      </Badge>
    )
  }
  return (
    <span className="rc-users-roles" title={names.length > 2 ? names.join(', ') : undefined}>
      <Bidi>{names.slice(0, 2).join(', ')}</Bidi>
      {names.length > 2 && ` ${t('users.moreRoles', { count: names.length - 2 })}`}
    </span>
  )
}

export function TimeCell({ at }: { at: string | null }) {
  const { t } = useRollcall()
  if (at) return <Time at={at} />
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="rc-hidden">{t('common.never')}</span>
    </>
  )
}

const ACTS: readonly { act: UserAct; icon: 'unlock' | 'mail' | 'trash'; words: ActWords; danger?: true }[] = [
  { act: 'unlock', icon: 'unlock', words: 'lockout.unlock' },
  { act: 'resend', icon: 'mail', words: 'invitations.resend' },
  { act: 'revoke', icon: 'trash', words: 'invitations.revoke', danger: true },
]
type ActWords = 'lockout.unlock' | 'invitations.resend' | 'invitations.revoke'

/** Everything that can be begun from a row; what the server refuses stays, with its reason. */
export function ActionsCell({ user }: CellProps) {
  const { t } = useRollcall()
  const { onOpenUser, userHref, begin } = useUsersTable()
  const open = onOpenUser ?? (userHref && ((target: User) => window.location.assign(userHref(target))))
  const offered = ACTS.filter(({ act }) => user.actions[act] !== undefined)
  if (!open && offered.length === 0) return null
  return (
    <Menu
      trigger={
        <IconButton
          icon="dots"
          label={t('common.actionsFor', { name: user.name })}
          variant="quiet"
          size="small"
          className="rc-users-menu"
        />
      }
    >
      {open && (
        <MenuItem icon="user" onSelect={() => open(user)}>
          {t('users.openDetails')}
        </MenuItem>
      )}
      {offered.map(({ act, icon, words, danger }) => {
        const verdict = user.actions[act]
        return (
          <MenuItem
            key={act}
            icon={icon}
            reason={verdict === true || verdict === undefined ? undefined : t(`reasons.${verdict}`)}
            onSelect={() => begin(act, user)}
            {...(danger ? { tone: 'danger' as const } : {})}
          >
            {t(words)}
            {danger && '…'}
          </MenuItem>
        )
      })}
    </Menu>
  )
}
