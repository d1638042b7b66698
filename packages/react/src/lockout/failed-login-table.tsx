import '../messages/en-GB/lockout.ts'
import { Bidi } from '../ui/bidi.tsx'
import { LinesTable } from '../ui/lines-table.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Time } from '../ui/time.tsx'
import { readAgent } from './agent-text.ts'
import type { FailedSignIn } from './failed-sign-ins-query.ts'

const CAUSES = {
  'wrong-password': 'lockout.wrongPassword',
  locked: 'lockout.whileLocked',
  deactivated: 'lockout.whileDeactivated',
  dormant: 'lockout.whileDormant',
  'not-registered': 'lockout.notRegistered',
} as const satisfies Record<FailedSignIn['cause'], string>

const COLUMNS = ['when', 'from', 'with', 'why'] as const

interface FailedLoginTableProps {
  /** Undefined while they are on their way. */
  items: readonly FailedSignIn[] | undefined
  /** How many places to hold meanwhile. */
  rows: number
}

export function FailedLoginTable({ items, rows }: FailedLoginTableProps) {
  const { t } = useRollcall()
  return (
    <LinesTable
      className="rc-failed-table"
      columns={COLUMNS}
      label={(name) => t(`lockout.${name}`)}
      waiting={Math.min(rows, 5)}
    >
      {items?.map((item) => (
        <FailedLoginRow key={item.id} item={item} />
      ))}
    </LinesTable>
  )
}

function FailedLoginRow({ item: { at, address, agent, cause } }: { item: FailedSignIn }) {
  const { t } = useRollcall()
  const known = agent === null ? null : readAgent(agent)
  return (
    <tr className="rc-tr" data-cause={cause}>
      <td className="rc-td" data-column="when">
        <Time at={at} show="day-second" />
      </td>
      <td className="rc-td" data-column="from">
        {address ? <Bidi className="rc-mono">{address}</Bidi> : t('common.unknown')}
      </td>
      <td className="rc-td" data-column="with" data-tone="quiet" title={agent ?? undefined}>
        {known ? (
          t('lockout.agent', known)
        ) : agent ? (
          <Bidi className="rc-failed-agent">{agent}</Bidi>
        ) : (
          t('common.unknown')
        )}
      </td>
      <td className="rc-td" data-column="why">
        {t(CAUSES[cause])}
      </td>
    </tr>
  )
}
