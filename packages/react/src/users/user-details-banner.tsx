import '../messages/en-GB/details.ts'
import { Banner } from '../ui/banner.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Time } from '../ui/time.tsx'
import { Words } from '../ui/words.tsx'
import { useLockThreshold } from './lock-threshold-query.ts'
import { useProfilePolicy } from './profile-policy-query.ts'
import { UserDetailsInvitation } from './user-details-invitation.tsx'
import type { UserWithDetails } from './user-query.ts'

/** How the account stands, where there is anything to say about it. */
export function UserDetailsBanner({ user }: { user: UserWithDetails }) {
  const { t } = useRollcall()
  switch (user.status) {
    case 'locked':
      return <LockedBanner user={user} />
    case 'not-confirmed':
    case 'invitation-expired':
      return <UserDetailsInvitation invitation={user.invitation} status={user.status} />
    case 'deactivated':
      return (
        <Banner icon="slash" title={t('details.deactivatedTitle')}>
          {t('details.deactivatedDetail')}
        </Banner>
      )
    case 'dormant':
      return <DormantBanner />
    case 'confirmed':
      return null
  }
}

function DormantBanner() {
  const { t } = useRollcall()
  const days = useProfilePolicy()?.administration?.dormantAfterDays
  return (
    <Banner icon="clock" title={t('details.dormantTitle')}>
      {days && t('details.dormantDetail', { count: days })}
    </Banner>
  )
}

function LockedBanner({ user: { lockedAt, lockOpensAt } }: { user: UserWithDetails }) {
  const { t } = useRollcall()
  const threshold = useLockThreshold()
  return (
    <Banner
      tone="danger"
      icon="lock"
      title={lockedAt && <Words of="details.lockedSince" with={{ time: <Time at={lockedAt} show="day" /> }} />}
    >
      {threshold ? t('details.wrongPasswords', { count: threshold }) : t('details.wrongPasswordsUncounted')}{' '}
      {lockOpensAt ? (
        <Words of="details.opensAt" with={{ time: <Time at={lockOpensAt} show="day" /> }} />
      ) : (
        t('details.opensNever')
      )}
    </Banner>
  )
}
