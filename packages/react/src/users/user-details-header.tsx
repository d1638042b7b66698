import '../messages/en-GB/details.ts'
import '../messages/en-GB/users.ts'
import { Bidi } from '../ui/bidi.tsx'
import { Avatar } from '../ui/person.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Time } from '../ui/time.tsx'
import { Words } from '../ui/words.tsx'
import { roleNames } from './role-names.ts'
import { useRoles } from './roles-query.ts'
import { StatusBadge } from './status-badge.tsx'
import { UserDetailsActions } from './user-details-actions.tsx'
import { useUserDialogs } from './user-details-dialogs.tsx'
import type { UserWithDetails } from './user-query.ts'

interface UserDetailsHeaderProps {
  user: UserWithDetails
  onImpersonated: (() => void) | undefined
}

/** Who it is, in two lines, and what may be done. */
export function UserDetailsHeader({ user, onImpersonated }: UserDetailsHeaderProps) {
  const { t, locale } = useRollcall()
  const roles = roleNames(t, user, useRoles())
  const { begin, dialogs } = useUserDialogs(user, onImpersonated)
  const list = new Intl.ListFormat(locale, { style: 'short', type: 'unit' })
  return (
    <header className="rc-details-head">
      <Avatar name={user.name} size="large" />
      <div className="rc-details-who">
        <div className="rc-details-name">
          <h1 className="rc-title" data-size="large">
            <Bidi>{user.name}</Bidi>
          </h1>
          <StatusBadge user={user} onAct={begin} />
        </div>
        <p className="rc-lead">
          {user.name !== user.email && <Bit>{user.email}</Bit>}
          <Bit>{roles.length > 0 ? list.format(roles) : t('users.noRoles')}</Bit>
          {user.organization && <Bit>{user.organization}</Bit>}
          <Joined user={user} />
        </p>
      </div>
      <UserDetailsActions user={user} begin={begin} />
      {dialogs}
    </header>
  )
}

function Bit({ children }: { children: string }) {
  return (
    <span className="rc-details-bit">
      <Bidi>{children}</Bidi>
    </span>
  )
}

function Joined({ user: { registeredAt, invitedAt, invitation } }: { user: UserWithDetails }) {
  const at = registeredAt ?? invitedAt
  if (!at) return null
  const time = <Time at={at} show="date" />
  const name = invitation?.sender?.name
  return (
    <span className="rc-details-bit">
      {registeredAt ? (
        <Words of="details.joined" with={{ time }} />
      ) : name ? (
        <Words of="details.invitedBy" with={{ time, name }} />
      ) : (
        <Words of="details.invitedOn" with={{ time }} />
      )}
    </span>
  )
}
