import '../messages/en-GB/audit.ts'
import { Bidi } from '../ui/bidi.tsx'
import { LinesTable } from '../ui/lines-table.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Time } from '../ui/time.tsx'
import { Words } from '../ui/words.tsx'
import { actionKey } from './audit-actions.ts'
import { AuditChanges } from './audit-changes.tsx'
import type { AuditEntry } from './audit-query.ts'

const COLUMNS = ['when', 'who', 'what', 'from'] as const

interface AuditTableProps {
  /** Undefined while they are on their way. */
  items: readonly AuditEntry[] | undefined
  /** Whom they are about, so that it is not said in every row. */
  userId: string | undefined
  names: ReadonlyMap<string, string>
}

export function AuditTable({ items, ...about }: AuditTableProps) {
  const { t } = useRollcall()
  return (
    <LinesTable className="rc-audit-table" columns={COLUMNS} label={(name) => t(`audit.${name}`)} waiting={3}>
      {items?.map((entry) => (
        <AuditRow key={entry.id} entry={entry} {...about} />
      ))}
    </LinesTable>
  )
}

type AuditRowProps = { entry: AuditEntry } & Pick<AuditTableProps, 'userId' | 'names'>

function AuditRow({ entry, userId, names }: AuditRowProps) {
  const { t } = useRollcall()
  const { at, action, real, effective, target, changes, reason, address } = entry
  const key = actionKey(action)
  const words = key ? t(key) : <Bidi className="rc-mono">{action}</Bidi>
  const known = [real?.id, effective?.id, userId]
  const other = target && !known.includes(target.id) ? <Bidi>{target.name}</Bidi> : null
  return (
    <tr className="rc-tr" data-action={action}>
      <td className="rc-td" data-column="when">
        <Time at={at} show="exact" />
      </td>
      <td className="rc-td" data-column="who">
        {real === null ? (
          t('audit.visitor')
        ) : effective && effective.id !== real.id ? (
          <Words of="audit.as" with={{ name: real.name, other: effective.name }} />
        ) : (
          <Bidi>{real.name}</Bidi>
        )}
      </td>
      <td className="rc-td" data-column="what">
        {other ? <Words of="audit.about" with={{ action: words, name: other }} /> : words}
        {reason && (
          <span className="rc-audit-change">
            <Words of="audit.reason" with={{ reason: reason }} />
          </span>
        )}
        <AuditChanges changes={changes} names={names} />
      </td>
      <td className="rc-td" data-column="from">
        {address ? <Bidi className="rc-mono">{address}</Bidi> : t('common.unknown')}
      </td>
    </tr>
  )
}
