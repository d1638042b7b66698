import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { AssignedRoles } from '../access/index.ts'
import { ApiTokens } from '../api-tokens/index.ts'
import { AuditLog } from '../audit/index.ts'
import { FailedLoginList } from '../lockout/index.ts'
import { ResetPassword, type ResetPasswordProps } from '../passwords/index.ts'
import { SessionList } from '../sessions/index.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { cx } from '../ui/class-names.ts'
import { asRefusal, describeProblem } from '../ui/refusal.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Card } from '../ui/section.tsx'
import { EmptyState, ErrorState } from '../ui/state.tsx'
import { DangerZone } from './danger-zone.tsx'
import { UserDetailsBanner } from './user-details-banner.tsx'
import { UserDetailsHeader } from './user-details-header.tsx'
import { UserDetailsSkeleton } from './user-details-skeleton.tsx'
import { UserInformation } from './user-information.tsx'
import { useUser } from './user-query.ts'

export interface UserDetailsProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  userId: string
  /** Leads back to the list; without it nothing is offered. */
  onBack?: () => void
  /** What the host's own channels for temporary passwords are called. */
  channelNames?: ResetPasswordProps['channelNames']
}

/**
 * One user: who they are, how their account stands, and everything that may be done about it, each in a section of its
 * own. `data-state` says what is shown: `loading`, `ready`, `not-found`, `refused` or `error`; `data-status` is the user's.
 */
export const UserDetails = forwardRef<HTMLDivElement, UserDetailsProps>(
  ({ userId, onBack, channelNames, className, ...rest }, ref) => {
    const { t } = useRollcall()
    const { data: user, error, refetch } = useUser(userId)
    const code = asRefusal(error)?.code
    const state =
      code === 'not-found' ? code : code === 'not-allowed' ? 'refused' : user ? 'ready' : error ? 'error' : 'loading'
    const back = onBack && (
      <LinkButton className="rc-details-back" tone="quiet" icon="left" onClick={onBack}>
        {t('details.back')}
      </LinkButton>
    )
    return (
      <div
        ref={ref}
        className={cx('rc-details', className)}
        data-state={state}
        data-status={user?.status}
        aria-busy={state === 'loading'}
        {...rest}
      >
        {state !== 'not-found' && back}
        {state === 'ready' && user ? (
          <>
            <UserDetailsHeader user={user} />
            <UserDetailsBanner user={user} />
            <div className="rc-details-columns">
              <div className="rc-details-column">
                <UserInformation userId={userId} />
                <AssignedRoles userId={userId} />
              </div>
              <div className="rc-details-column">
                <ApiTokens userId={userId} />
                <SessionList userId={userId} />
                <FailedLoginList userId={userId} />
                <ResetPassword userId={userId} {...(channelNames ? { channelNames } : {})} />
                <DangerZone user={user} onDeleted={onBack} />
              </div>
            </div>
            <AuditLog userId={userId} />
          </>
        ) : state === 'loading' ? (
          <UserDetailsSkeleton />
        ) : (
          <Card>
            {state === 'not-found' ? (
              <EmptyState
                icon="user"
                title={t('details.notFound')}
                action={
                  onBack && (
                    <Button variant="ghost" onClick={onBack}>
                      {t('details.backToUsers')}
                    </Button>
                  )
                }
              >
                {t('details.notFoundDetail')}
              </EmptyState>
            ) : state === 'refused' ? (
              <EmptyState icon="shield" title={t('details.refused')}>
                {describeProblem(t, error)}
              </EmptyState>
            ) : (
              <ErrorState title={t('details.didNotLoad')} error={error} onRetry={() => void refetch()} />
            )}
          </Card>
        )}
      </div>
    )
  },
)
UserDetails.displayName = 'UserDetails'
