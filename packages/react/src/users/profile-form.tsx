import '../messages/en-GB/profile.ts'
import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { ApiTokens } from '../api-tokens/index.ts'
import { ChangePassword } from '../passwords/index.ts'
import { SessionList } from '../sessions/index.ts'
import { cx } from '../ui/class-names.ts'
import { places } from '../ui/places.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Card, Section } from '../ui/section.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { ErrorState } from '../ui/state.tsx'
import { DeleteMe } from './delete-me.tsx'
import { useMe } from './me-query.ts'
import { ProfileFormFields } from './profile-form-fields.tsx'

export interface ProfileFormProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** The account and the session are gone for good. */
  onDeleted?: () => void
}

/**
 * Everything about oneself: the profile, the password, API tokens, sessions, and where the policy allows it the end of
 * the account. `data-state` is `loading`, `ready` or `error`.
 */
export const ProfileForm = forwardRef<HTMLDivElement, ProfileFormProps>(function ProfileForm(
  { onDeleted, className, ...rest },
  ref,
) {
  const { t } = useRollcall()
  const { data: me, error, refetch } = useMe()
  const state = me ? 'ready' : error ? 'error' : 'loading'
  return (
    <div ref={ref} className={cx('rc-details', className)} data-state={state} aria-busy={state === 'loading'} {...rest}>
      {me ? (
        <div className="rc-details-columns">
          <div className="rc-details-column">
            <Section title={t('profile.title')} className="rc-information">
              <ProfileFormFields key={me.id} me={me} />
            </Section>
            <ChangePassword />
          </div>
          <div className="rc-details-column">
            <ApiTokens />
            <SessionList />
            {me.mayDelete && <DeleteMe name={me.name} onDeleted={onDeleted} />}
          </div>
        </div>
      ) : error ? (
        <Card>
          <ErrorState title={t('profile.didNotLoad')} error={error} onRetry={refetch} />
        </Card>
      ) : (
        <Section title={t('profile.title')} className="rc-information">
          <div className="rc-profile-fields">
            {places(8).map((place) => (
              <Skeleton key={place} className="rc-profile-waiting" />
            ))}
          </div>
        </Section>
      )}
    </div>
  )
})
