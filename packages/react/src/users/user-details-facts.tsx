import '../messages/en-GB/details.ts'
import type { ReactNode } from 'react'
import { Bidi } from '../ui/bidi.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Time } from '../ui/time.tsx'
import type { UserWithDetails } from './user-query.ts'

const INSTANTS = {
  invited: 'invitedAt',
  registered: 'registeredAt',
  lastSignIn: 'lastSignInAt',
  lastSeen: 'lastSeenAt',
} as const

/** What the product knows about somebody beside their profile. */
export function UserDetailsFacts({ user }: { user: UserWithDetails }) {
  const { t } = useRollcall()
  const { kind, provider } = user.authentication
  return (
    <dl className="rc-facts">
      <Fact name={t('details.organization')}>{user.organization && <Bidi>{user.organization}</Bidi>}</Fact>
      <Fact name={t('details.authentication')}>{kind === 'external' ? provider : t('details.internal')}</Fact>
      {Object.entries(INSTANTS).map(([name, field]) => (
        <Fact key={name} name={t(`details.${name as keyof typeof INSTANTS}`)}>
          {user[field] && <Time at={user[field]} show={name === 'lastSeen' ? 'relative' : 'day'} />}
        </Fact>
      ))}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useRollcall()
  return (
    <div className="rc-fact">
      <dt className="rc-fact-name">{name}</dt>
      <dd className="rc-fact-value">
        {children || (
          <>
            <span aria-hidden="true">–</span>
            <span className="rc-hidden">{t('common.none')}</span>
          </>
        )}
      </dd>
    </div>
  )
}
