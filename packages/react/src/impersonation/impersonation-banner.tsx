import '../messages/en-GB/impersonation.ts'
import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { Bidi } from '../ui/bidi.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/class-names.ts'
import { Icon } from '../ui/icon.tsx'
import { describeProblem } from '../ui/refusal.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Time } from '../ui/time.tsx'
import { useToast } from '../ui/toast.tsx'
import { Words } from '../ui/words.tsx'
import { type ActedAs, useActedAs } from './impersonation-query.ts'
import { useStopImpersonation } from './use-stop-impersonation.ts'
import { useMoment, useTimeLeft } from './use-time-left.ts'

/** Milliseconds before the end at which the page goes back, while the server still knows the way. */
const LEAD = 5_000

export interface ImpersonationBannerProps extends Omit<ComponentPropsWithoutRef<'section'>, 'children'> {
  /** One is oneself again, or signed out altogether. What the host itself fetched as the other should be forgotten. */
  onStopped?: () => void
}

/**
 * Says who acts as whom, why, how long still, and leads out; at the end of the time it stops by itself. Stands above the
 * host's navigation on every page and draws nothing while everybody is themselves.
 */
export const ImpersonationBanner = forwardRef<HTMLElement, ImpersonationBannerProps>(
  function ImpersonationBanner(props, ref) {
    const acted = useActedAs()
    return acted ? <Viewing key={acted.impersonation.endsAt} ref={ref} {...acted} {...props} /> : null
  },
)

const Viewing = forwardRef<HTMLElement, ImpersonationBannerProps & ActedAs>(function Viewing(
  { me, role, impersonation: { by, reason, endsAt }, onStopped, className, ...rest },
  ref,
) {
  const { t } = useRollcall()
  const toast = useToast()
  const { mutate, isPending, error } = useStopImpersonation()
  const name = <Bidi className="rc-strong">{me.name}</Bidi>

  function stop(over: boolean) {
    if (isPending) return
    mutate(undefined, {
      onSuccess({ signedIn }) {
        const words = !signedIn ? 'signedOutDetail' : over ? 'timeOver' : 'stoppedDetail'
        toast({
          icon: over ? 'clock' : 'user',
          title: t(signedIn ? 'impersonation.stopped' : 'impersonation.signedOut'),
          detail: <Words of={`impersonation.${words}`} with={{ name: me.name }} />,
          ...(over ? { action: { label: t('impersonation.reload'), run: () => window.location.reload() } } : {}),
        })
        onStopped?.()
      },
    })
  }
  useMoment(Date.parse(endsAt) - LEAD, () => stop(true))

  return (
    <section
      ref={ref}
      className={cx('rc-impersonation', className)}
      aria-label={t('impersonation.banner')}
      data-state={isPending ? 'stopping' : 'viewing'}
      {...rest}
    >
      <div className="rc-impersonation-line">
        <Icon name="eye" />
        <div className="rc-impersonation-text">
          <p className="rc-impersonation-who">
            {role ? (
              <Words of="impersonation.viewingRole" with={{ name, role: role }} />
            ) : (
              <Words of="impersonation.viewing" with={{ name }} />
            )}{' '}
            <span className="rc-impersonation-rights">{t('impersonation.notYours')}</span>
          </p>
          <p className="rc-impersonation-why" title={reason}>
            <Words
              of="impersonation.logged"
              with={{
                time: <Time at={endsAt} show="day" />,
                by: by,
                reason: reason,
              }}
            />
          </p>
          {error !== null && (
            <p className="rc-error" role="alert">
              <Icon name="alert" size="small" />
              <span className="rc-error-text">{describeProblem(t, error)}</span>
            </p>
          )}
        </div>
        <TimeLeft endsAt={endsAt} />
        <Button variant="ghost" pending={isPending} onClick={() => stop(false)}>
          {t('impersonation.stop')}
        </Button>
      </div>
    </section>
  )
})

function TimeLeft({ endsAt }: { endsAt: string }) {
  const { t } = useRollcall()
  const left = useTimeLeft(endsAt)
  if (left === null) return null
  return (
    <p className="rc-impersonation-left" role="timer">
      <Icon name="clock" size="small" />
      <span className="rc-time">
        {left > 60
          ? t('impersonation.minutesLeft', { count: left / 60 })
          : t('impersonation.secondsLeft', { count: left })}
      </span>
    </p>
  )
}
