import type { ReactNode } from 'react'
import { Bidi } from '../ui/bidi.tsx'
import { Icon } from '../ui/icon.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Section } from '../ui/section.tsx'
import { Time } from '../ui/time.tsx'
import type { UserWithDetails } from './user-query.ts'

const INSTANTS = {
  invited: 'invitedAt',
  registered: 'registeredAt',
  lastSignIn: 'lastSignInAt',
  lastSeen: 'lastSeenAt',
} as const

/** The person's own fields and what the product knows about them. */
export function UserDetailsFacts({ user }: { user: UserWithDetails }) {
  const { t, locale } = useRollcall()
  const languages = new Intl.DisplayNames(locale, { type: 'language', languageDisplay: 'standard' })
  const provider = user.authentication.kind === 'external' ? user.authentication.provider : t('details.internal')
  return (
    <Section title={t('details.information')}>
      <dl className="rc-facts">
        <Fact name={t('details.email')} wide>
          <Bidi>{user.email}</Bidi>
          <span className="rc-hint">
            <Icon name="lock" size="small" />
            {t('details.emailFixed')}
          </span>
        </Fact>
        {user.username && <Text name={t('details.username')} value={user.username} />}
        <Text name={t('details.firstName')} value={user.firstName} />
        <Text name={t('details.lastName')} value={user.lastName} />
        {user.displayName && <Text name={t('details.displayName')} value={user.displayName} />}
        <Text name={t('details.jobTitle')} value={user.jobTitle} />
        <Text name={t('details.phone')} value={user.phone} />
        <Text name={t('details.language')} value={languages.of(user.language) ?? user.language} />
        <Text name={t('details.timeZone')} value={user.timeZone.replaceAll('_', ' ')} />
        <Text name={t('details.organization')} value={user.organization} />
        <Text name={t('details.authentication')} value={provider} />
      </dl>
      <dl className="rc-facts">
        {Object.entries(INSTANTS).map(([name, field]) => (
          <Fact key={name} name={t(`details.${name as keyof typeof INSTANTS}`)}>
            {user[field] ? <Time at={user[field]} show={name === 'lastSeen' ? 'relative' : 'day'} /> : <Nothing />}
          </Fact>
        ))}
      </dl>
    </Section>
  )
}

function Text({ name, value }: { name: string; value: string | null }) {
  return <Fact name={name}>{value ? <Bidi>{value}</Bidi> : <Nothing />}</Fact>
}

function Fact({ name, wide, children }: { name: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className="rc-fact" data-wide={wide ? 'yes' : undefined}>
      <dt className="rc-fact-name">{name}</dt>
      <dd className="rc-fact-value">{children}</dd>
    </div>
  )
}

function Nothing() {
  const { t } = useRollcall()
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="rc-hidden">{t('common.none')}</span>
    </>
  )
}
