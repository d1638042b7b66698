import '../messages/en-GB/impersonation.ts'
import '../messages/en-GB/invitations.ts'
import '../messages/en-GB/lockout.ts'
import '../messages/en-GB/reactivation.ts'
import '../messages/en-GB/users.ts'
import { useId } from 'react'
import { Button } from '../ui/button.tsx'
import { Reason } from '../ui/refused.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useOnboarding } from './onboarding-query.ts'
import type { UserWithDetails } from './user-query.ts'
import type { UserAct } from './users-table-context.ts'

const ACTIONS = [
  { act: 'edit', icon: 'pencil', words: 'users.editUser', look: { variant: 'ghost' } },
  { act: 'sendWelcome', icon: 'mail', words: 'users.sendWelcome', look: { variant: 'ghost' } },
  { act: 'impersonate', icon: 'eye', words: 'impersonation.open', look: { variant: 'ghost' } },
  { act: 'revoke', icon: 'trash', words: 'invitations.revoke', look: { variant: 'ghost', tone: 'danger' } },
  { act: 'resend', icon: 'mail', words: 'invitations.resend', look: {} },
  { act: 'unlock', icon: 'unlock', words: 'lockout.unlock', look: {} },
  { act: 'reactivate', icon: 'clock', words: 'reactivation.reactivate', look: {} },
] as const

interface UserDetailsActionsProps {
  user: UserWithDetails
  begin: (act: UserAct) => void
}

/** What makes sense for this user now. What the server would refuse stays, can be reached, and says why. */
export function UserDetailsActions({ user, begin }: UserDetailsActionsProps) {
  const { t } = useRollcall()
  const id = useId()
  const creates = useOnboarding().includes('creation')
  const offered = ACTIONS.flatMap((action) => {
    const verdict = user.actions[action.act]
    return verdict === undefined || (action.act === 'edit' && !creates)
      ? []
      : [{ ...action, reason: verdict === true ? null : verdict }]
  })
  const reasons = [...new Set(offered.flatMap(({ reason }) => reason ?? []))]
  if (offered.length === 0) return null
  return (
    <div className="rc-details-actions">
      <div className="rc-details-buttons">
        {offered.map(({ act, icon, words, look, reason }) => (
          <Button
            key={act}
            icon={icon}
            {...look}
            {...(reason ? { 'aria-disabled': true, 'aria-describedby': `${id}-${reason}` } : {})}
            onClick={() => begin(act)}
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
  )
}
