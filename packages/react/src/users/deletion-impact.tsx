import '../messages/en-GB/deletion.ts'
import { Fragment, type ReactNode } from 'react'
import { Bidi } from '../ui/bidi.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { Words } from '../ui/words.tsx'
import type { DeletionImpact } from './deletion-impact-query.ts'

/** What would go with somebody, what would be left behind, and what stays. */
export function DeletionImpactList({ impact }: { impact: DeletionImpact }) {
  const { t, locale } = useRollcall()
  const { grants, tokens, sessions, ownerless, told } = impact
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const ends = [
    grants > 0 && t('deletion.roles', { count: grants }),
    tokens > 0 && t('deletion.tokens', { count: tokens }),
    sessions > 0 && t('deletion.sessions', { count: sessions }),
  ].filter((each) => each !== false)
  return (
    <ul className="rc-impact">
      {ends.length > 0 && (
        <Line icon="key">{t('deletion.ends', { count: grants + tokens + sessions, what: list.format(ends) })}</Line>
      )}
      {ownerless.length > 0 && (
        <Line icon="warning">
          <Words
            of="deletion.ownerless"
            with={{ count: ownerless.length, apps: <Names list={list} names={ownerless.map(({ name }) => name)} /> }}
          />{' '}
          {told > 0 && t('deletion.told', { count: told })}
        </Line>
      )}
      <Line icon="file">{t('deletion.audit')}</Line>
    </ul>
  )
}

export function DeletionSkeleton() {
  return (
    <ul className="rc-impact">
      <Line icon="key">
        <Skeleton width="220px" />
      </Line>
      <Line icon="file">
        <Skeleton width="180px" />
      </Line>
    </ul>
  )
}

function Line({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <li className="rc-impact-line">
      <Icon name={icon} />
      <span className="rc-impact-text">{children}</span>
    </li>
  )
}

/** "Field Notes and Shift Planner", the names set off from the words. */
function Names({ list, names }: { list: Intl.ListFormat; names: readonly string[] }) {
  return list.formatToParts(names).map(({ type, value }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one list have no other identity.
    <Fragment key={index}>{type === 'element' ? <Bidi className="rc-strong">{value}</Bidi> : value}</Fragment>
  ))
}
