import '../messages/en-GB/invitations.ts'
import '../messages/en-GB/lockout.ts'
import { useId, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Reason } from '../ui/refused.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import type { UserWithDetails } from './user-query.ts'
import { type OpenDialog, UsersDialogs } from './users-table-dialogs.tsx'

const ACTIONS = [
  { act: 'revoke', icon: 'trash', words: 'invitations.revoke', look: { variant: 'ghost', tone: 'danger' } },
  { act: 'resend', icon: 'mail', words: 'invitations.resend', look: {} },
  { act: 'unlock', icon: 'unlock', words: 'lockout.unlock', look: {} },
] as const

/** What makes sense for this user now. What the server would refuse stays, can be reached, and says why. */
export function UserDetailsActions({ user }: { user: UserWithDetails }) {
  const { t } = useRollcall()
  const id = useId()
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const [open, setOpen] = useState(false)
  const offered = ACTIONS.flatMap((action) => {
    const verdict = user.actions[action.act]
    return verdict === undefined ? [] : [{ ...action, reason: verdict === true ? null : verdict }]
  })
  const reasons = [...new Set(offered.flatMap(({ reason }) => reason ?? []))]
  return (
    <>
      {offered.length > 0 && (
        <div className="rc-details-actions">
          <div className="rc-details-buttons">
            {offered.map(({ act, icon, words, look, reason }) => (
              <Button
                key={act}
                icon={icon}
                {...look}
                {...(reason ? { 'aria-disabled': true, 'aria-describedby': `${id}-${reason}` } : {})}
                onClick={() => {
                  setDialog({ act, user })
                  setOpen(true)
                }}
              >
                {t(words)}
              </Button>
            ))}
          </div>
          {reasons.map((reason) => (
            <Reason key={reason} id={`${id}-${reason}`}>
              {t(`reasons.${reason}`)}
            </Reason>
          ))}
        </div>
      )}
      <UsersDialogs dialog={dialog} open={open} onOpenChange={setOpen} />
    </>
  )
}
