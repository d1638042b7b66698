import '../messages/en-GB/details.ts'
import { type ComponentPropsWithoutRef, forwardRef, lazy, type ReactNode, Suspense } from 'react'
import type { ResetPasswordProps } from '../passwords/index.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { cx } from '../ui/class-names.ts'
import { asRefusal, describeProblem } from '../ui/refusal.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Card } from '../ui/section.tsx'
import { EmptyState, ErrorState } from '../ui/state.tsx'
import { UserDetailsBanner } from './user-details-banner.tsx'
import { UserDetailsHeader } from './user-details-header.tsx'
import { SectionsSkeleton, UserDetailsSkeleton } from './user-details-skeleton.tsx'
import { useUser } from './user-query.ts'

/** Most of the kit stands in these: fetched once somebody is looked at. */
const UserDetailsSections = lazy(async () => ({
  default: (await import('./user-details-sections.tsx')).UserDetailsSections,
}))

export interface UserDetailsProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  userId: string
  /** Leads back to the list; without it nothing is offered. */
  onBack?: () => void
  /** What the host's own channels for temporary passwords are called. */
  channelNames?: ResetPasswordProps['channelNames']
  /** One acts as this user from now on, who may not see this page. */
  onImpersonated?: () => void
  /** Whom to ask before the user is deleted, such as a link to the host's support. */
  support?: ReactNode
}

/**
 * One user: who they are, how their account stands, and everything that may be done about it, each in a section of its
 * own. `data-state` says what is shown: `loading`, `ready`, `not-found`, `refused` or `error`; `data-status` is the user's.
 */
export const UserDetails = forwardRef<HTMLDivElement, UserDetailsProps>(function UserDetails(
  { userId, onBack, channelNames, onImpersonated, support, className, ...rest },
  ref,
) {
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
          <UserDetailsHeader key={user.id} user={user} onImpersonated={onImpersonated} />
          <UserDetailsBanner user={user} />
          <Suspense fallback={<SectionsSkeleton />}>
            <UserDetailsSections user={user} channelNames={channelNames} onDeleted={onBack} support={support} />
          </Suspense>
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
            <ErrorState title={t('details.didNotLoad')} error={error} onRetry={refetch} />
          )}
        </Card>
      )}
    </div>
  )
})
