import '../messages/en-GB/bulk.ts'
import { Icon } from '../ui/icon.tsx'
import { Person } from '../ui/person.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import type { BulkVerdict, BulkVerdicts } from './use-change-many-users.ts'
import type { User } from './users-query.ts'

interface BulkListProps {
  users: readonly User[]
  /** What would happen; undefined until the server has said, null while it is not asked. */
  before: BulkVerdicts | undefined | null
  /** What did, as far as it has. */
  after: BulkVerdicts
}

/** Everybody it is about, each with a verdict; those nothing happens to first. */
export function BulkList({ users, before, after }: BulkListProps) {
  const { t } = useRollcall()
  const refused = users.filter(({ id }) => (before?.get(id) ?? true) !== true)
  const listed = [...refused, ...users.filter((user) => !refused.includes(user))]
  return (
    <>
      {refused.length > 0 && <p className="rc-lead">{t('bulk.someRefused', { count: refused.length })}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must by keyboard too. */}
      <ul className="rc-bulk" aria-label={t('bulk.people')} aria-busy={before === undefined || undefined} tabIndex={0}>
        {listed.map((user) => (
          <li key={user.id} className="rc-bulk-item">
            <Person name={user.name} detail={user.name === user.email ? undefined : user.email} />
            {before !== null && <Verdict before={before?.get(user.id)} after={after.get(user.id)} />}
          </li>
        ))}
      </ul>
    </>
  )
}

function Verdict({ before, after }: { before: BulkVerdict | undefined; after: BulkVerdict | undefined }) {
  const { t } = useRollcall()
  const verdict = after ?? before
  if (verdict === undefined) return <Skeleton width="96px" />
  if (verdict !== true) {
    return (
      <span className="rc-bulk-verdict" data-tone="refused">
        <Icon name="shield" size="small" />
        {verdict.reason ? t(`reasons.${verdict.reason}`) : t(`refusals.${verdict.code}`)}
      </span>
    )
  }
  return (
    <span className="rc-bulk-verdict" data-tone={after ? 'ok' : undefined}>
      <Icon name={after ? 'confirmed' : 'dot'} size="small" />
      {t(after ? 'bulk.done' : 'bulk.will')}
    </span>
  )
}
