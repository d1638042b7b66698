import '../messages/en-GB/audit.ts'
import '../messages/en-GB/details.ts'
import type { ReactNode } from 'react'
import type { MessageKey, Parameters } from '../messages/message.ts'
import { Bidi } from '../ui/bidi.tsx'
import { Icon } from '../ui/icon.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Time } from '../ui/time.tsx'
import { tellChange } from './changes-text.ts'

type Words = { [Key in MessageKey]: Parameters<Key, never> extends [] ? Key : never }[MessageKey]

/** Fields of entries that have a name elsewhere in the kit. */
const FIELDS: Readonly<Record<string, Words>> = {
  email: 'details.email',
  firstName: 'details.firstName',
  lastName: 'details.lastName',
  displayName: 'details.displayName',
  jobTitle: 'details.jobTitle',
  phone: 'details.phone',
  language: 'details.language',
  timeZone: 'details.timeZone',
  muteNotifications: 'details.muteNotifications',
  enabled: 'audit.enabled',
  grants: 'audit.grants',
  token: 'audit.token',
  channel: 'audit.channel',
  organization: 'audit.organization',
  name: 'audit.name',
  description: 'audit.description',
  domains: 'audit.domains',
  members: 'audit.members',
}

interface AuditChangesProps {
  changes: Readonly<Record<string, readonly [unknown, unknown]>>
  names: ReadonlyMap<string, string>
}

/** What an entry changed, a field a line. */
export function AuditChanges({ changes, names }: AuditChangesProps) {
  const { t } = useRollcall()
  const telling = {
    name: (id: string) => names.get(id) ?? id,
    yes: t('audit.yes'),
    no: t('audit.no'),
    nothing: t('audit.nothing'),
  }
  return Object.entries(changes).map(([field, [from, to]]) => {
    // What was asked of the host: it says what it is.
    if (field === 'request' && typeof to === 'string') {
      return (
        <span key={field} className="rc-audit-change">
          <Bidi className="rc-mono">{to}</Bidi>
        </span>
      )
    }
    if (field === 'endsAt' && typeof to === 'string') {
      return (
        <Line key={field} name={t('audit.endsAt')}>
          <Time at={to} show="exact" />
        </Line>
      )
    }
    const change = tellChange(from, to, telling)
    const label = FIELDS[field]
    const name = label ? t(label) : field
    if (change.kind === 'replaced') {
      return (
        <Line key={field} name={name}>
          <Bidi>{change.from}</Bidi> <Icon name="forward" size="small" />
          <span className="rc-hidden">{t('audit.becomes')}</span> <Bidi>{change.to}</Bidi>
        </Line>
      )
    }
    return (
      <Line key={field} name={name}>
        <Members sign="+" words={t('audit.added')} list={change.added} />
        <Members sign="−" words={t('audit.taken')} list={change.taken} />
      </Line>
    )
  })
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <span className="rc-audit-change">
      {name}: {children}
    </span>
  )
}

function Members({ sign, words, list }: { sign: string; words: string; list: readonly string[] }) {
  return list.map((one) => (
    <span className="rc-audit-member" key={one}>
      <span aria-hidden="true">{sign}</span>
      <span className="rc-hidden">{words}</span> <Bidi>{one}</Bidi>
    </span>
  ))
}
