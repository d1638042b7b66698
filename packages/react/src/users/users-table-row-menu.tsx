import '../messages/en-GB/users.ts'
import * as Radix from '@radix-ui/react-dropdown-menu'
import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { createPortal } from 'react-dom'
import { MenuItem } from '../ui/menu.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import type { User } from './users-query.ts'
import { ACT_ICONS, rowActs } from './users-table-acts.ts'
import { useOpenUser, useUsersTable } from './users-table-context.ts'

interface RowMenuProps {
  user: User
  /** What was pressed: the menu opens beside it and gives the focus back to it. */
  button: HTMLElement
  onClose: () => void
}

/** Everything that can be begun from a row; what the server refuses stays, with its reason. One menu for all rows. */
export function RowMenu({ user, button, onClose }: RowMenuProps) {
  const { t, portal, dir } = useRollcall()
  const { begin, creates } = useUsersTable()
  const open = useOpenUser()
  return (
    <Radix.Root open modal={false} dir={dir} onOpenChange={(now) => !now && onClose()}>
      <Radix.Trigger asChild>
        <Anchor cell={button.parentElement} />
      </Radix.Trigger>
      <Radix.Portal container={portal}>
        <Radix.Content
          className="rc-menu"
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-labelledby={button.id}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            button.focus()
          }}
        >
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
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

interface AnchorProps extends ComponentPropsWithoutRef<'span'> {
  cell: HTMLElement | null
}

/** Where the menu hangs: over the row's button, and moving along with it. It is nothing to see, read or press. */
const Anchor = forwardRef<HTMLSpanElement, AnchorProps>(function Anchor({ cell, className: _, ...rest }, ref) {
  if (!cell) return null
  return createPortal(<span ref={ref} {...rest} className="rc-users-anchor" aria-hidden="true" />, cell)
})
