import '../messages/en-GB/users.ts'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import type { User } from './users-query.ts'
import { ACT_ICONS, rowActs } from './users-table-acts.ts'
import { useOpenUser, useUsersTable } from './users-table-context.ts'

interface RowMenuProps {
  user: User
  button: HTMLElement
  onClose: () => void
}

/** Everything that can be begun from a row; what the server refuses stays, with its reason. One menu for all rows. */
export function RowMenu({ user, button, onClose }: RowMenuProps) {
  const { t } = useRollcall()
  const { begin, creates } = useUsersTable()
  const open = useOpenUser()
  return (
    <Menu button={button} onClose={onClose}>
      {open && (
        <MenuItem icon="user" onSelect={() => open(user)}>
          {t('users.openDetails')}
        </MenuItem>
      )}
      {rowActs(creates).map((act) => {
        const verdict = user.actions[act]
        if (verdict === undefined) return null
        const danger = act === 'delete' || act === 'revoke'
        return (
          <MenuItem
            key={act}
            icon={ACT_ICONS[act]}
            reason={verdict === true ? undefined : t(`reasons.${verdict}`)}
            onSelect={() => begin(act, user)}
            {...(danger && { tone: 'danger' as const })}
          >
            {t(act === 'edit' ? 'users.editUser' : `users.${act}`)}
            {danger && '…'}
          </MenuItem>
        )
      })}
    </Menu>
  )
}
