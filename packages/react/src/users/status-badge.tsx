import '../messages/en-GB/users.ts'
import type { Status } from '@rollcall/core/rules'
import { type ComponentPropsWithoutRef, forwardRef, useId } from 'react'
import { Badge, BadgeButton, type BadgeProps } from '../ui/badge.tsx'
import { cx } from '../ui/class-names.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import type { User } from './users-query.ts'

/** What a press on the badge is for: a locked or inactive account opens, an invitation is sent again. */
export type StatusAct = 'unlock' | 'reactivate' | 'resend'

interface Look extends Pick<BadgeProps, 'tone' | 'icon'> {
  words: `users.${'confirmed' | 'notConfirmed' | 'invitationExpired' | 'locked' | 'dormant' | 'deactivated'}`
  act?: { name: StatusAct; words: `users.act${'Unlock' | 'Reactivate' | 'Resend'}` }
}

const resend = { name: 'resend', words: 'users.actResend' } as const

export const STATUS_LOOKS: Readonly<Record<Status, Look>> = {
  confirmed: { tone: 'ok', icon: 'confirmed', words: 'users.confirmed' },
  'not-confirmed': { tone: 'wait', icon: 'question', words: 'users.notConfirmed', act: resend },
  'invitation-expired': { tone: 'muted', icon: 'key', words: 'users.invitationExpired', act: resend },
  locked: { tone: 'danger', icon: 'lock', words: 'users.locked', act: { name: 'unlock', words: 'users.actUnlock' } },
  dormant: {
    tone: 'idle',
    icon: 'clock',
    words: 'users.dormant',
    act: { name: 'reactivate', words: 'users.actReactivate' },
  },
  deactivated: { tone: 'muted', icon: 'slash', words: 'users.deactivated' },
}

export interface StatusBadgeProps extends Omit<ComponentPropsWithoutRef<'span'>, 'children'> {
  user: Pick<User, 'name' | 'status' | 'actions'>
  /** Without it the badge only tells. With it, it is a button wherever the server offers the act. */
  onAct?: (act: StatusAct) => void
}

/**
 * The status in words, icon and tint. Where something can be done about it, a button that does it; where the server
 * refuses that, a button that stays focusable and says why. `data-status` carries the status.
 */
export const StatusBadge = forwardRef<HTMLSpanElement, StatusBadgeProps>(function StatusBadge(
  { user, onAct, className, ...rest },
  ref,
) {
  const { t } = useRollcall()
  const id = useId()
  const { tone, icon, words, act } = STATUS_LOOKS[user.status]
  const verdict = act && onAct ? user.actions[act.name] : undefined
  const reason = verdict === true || verdict === undefined ? null : verdict

  // Somebody whose sign-in is kept elsewhere is never unlocked, reactivated or invited here, by anybody.
  if (!act || !onAct || verdict === undefined || reason === 'single-sign-on') {
    return (
      <span ref={ref} className={cx('rc-status', className)} data-status={user.status} {...rest}>
        <Badge tone={tone} icon={icon}>
          {t(words)}
          {reason && <span className="rc-hidden">{t(`reasons.${reason}`)}</span>}
        </Badge>
        {reason && (
          <span className="rc-status-tip" aria-hidden="true">
            {t(`reasons.${reason}`)}
          </span>
        )}
      </span>
    )
  }
  return (
    <span ref={ref} className={cx('rc-status', className)} data-status={user.status} {...rest}>
      <BadgeButton
        tone={tone}
        icon={icon}
        aria-disabled={reason ? true : undefined}
        aria-describedby={reason ? id : undefined}
        onClick={() => reason === null && onAct(act.name)}
      >
        {t(words)}
        <span className="rc-hidden">{t(act.words, { name: user.name })}</span>
      </BadgeButton>
      <span className="rc-status-tip" role="tooltip" id={id}>
        {reason ? t(`reasons.${reason}`) : t(act.words, { name: user.name })}
      </span>
    </span>
  )
})
