import '../messages/en-GB/details.ts'
import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { cx } from '../ui/class-names.ts'
import { places } from '../ui/places.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Section } from '../ui/section.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { ErrorState } from '../ui/state.tsx'
import { UserDetailsFacts } from './user-details-facts.tsx'
import { UserInformationForm } from './user-information-form.tsx'
import { UserInformationState } from './user-information-state.tsx'
import { useUser } from './user-query.ts'

export interface UserInformationProps extends Omit<ComponentPropsWithoutRef<'section'>, 'title' | 'children'> {
  userId: string
}

/**
 * The profile of somebody else, saved on demand, and whether their account is active. What may not be changed stays
 * readable, with the reason. `data-state` is `loading`, `ready` or `error`.
 */
export const UserInformation = forwardRef<HTMLElement, UserInformationProps>(function UserInformation(
  { userId, className, ...rest },
  ref,
) {
  const { t } = useRollcall()
  const { data: user, error, refetch } = useUser(userId)
  const state = user ? 'ready' : error ? 'error' : 'loading'
  return (
    <Section
      ref={ref}
      className={cx('rc-information', className)}
      title={t('details.information')}
      data-state={state}
      aria-busy={state === 'loading'}
      {...rest}
    >
      {user ? (
        <div className="rc-stack">
          <UserInformationForm key={user.id} user={user} />
          <UserInformationState user={user} />
          <UserDetailsFacts user={user} />
        </div>
      ) : error ? (
        <ErrorState title={t('details.didNotLoad')} error={error} onRetry={refetch} />
      ) : (
        <div className="rc-profile-fields">
          {places(8).map((place) => (
            <Skeleton key={place} className="rc-profile-waiting" />
          ))}
        </div>
      )}
    </Section>
  )
})
