import '../messages/en-GB/lockout.ts'
import '../messages/en-GB/sessions.ts'
import { useId } from 'react'
import { readAgent } from '../lockout/index.ts'
import { Badge } from '../ui/badge.tsx'
import { Bidi } from '../ui/bidi.tsx'
import { LinkButton } from '../ui/button.tsx'
import { Item } from '../ui/item.tsx'
import { useNow } from '../ui/now.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { Time } from '../ui/time.tsx'
import { Words } from '../ui/words.tsx'
import type { Session } from './sessions-query.ts'

/** Use is written down once a minute at most, so whoever was here two minutes ago is here. Milliseconds. */
const ACTIVE = 2 * 60_000

const PHONES: readonly string[] = ['iPhone', 'iPad', 'Android']

interface SessionItemProps {
  session: Session
  /** Id of the reason why it cannot be ended. */
  keptBecause: string | null
  pending: boolean
  onEnd: () => void
}

/** One session: with what, from where, when last. */
export function SessionItem({ session, keptBecause, pending, onEnd }: SessionItemProps) {
  const { t } = useRollcall()
  const id = useId()
  const now = useNow()
  const { agent, address, lastUsedAt, current } = session
  const known = agent === null ? null : readAgent(agent)
  const active = now !== null && now - Date.parse(lastUsedAt) < ACTIVE
  return (
    <Item
      icon={known && PHONES.includes(known.system) ? 'phone' : 'laptop'}
      data-state={current ? 'current' : 'other'}
      title={known ? t('lockout.agent', known) : agent ? <Bidi>{agent}</Bidi> : t('common.unknown')}
      titleId={`${id}-title`}
      detail={
        <>
          {address && (
            <span className="rc-item-bit">
              <Bidi className="rc-mono">{address}</Bidi>
            </span>
          )}
          <span className="rc-item-bit">
            {active ? (
              t('sessions.activeNow')
            ) : (
              <Words of="sessions.lastUsed" with={{ time: <Time at={lastUsedAt} /> }} />
            )}
          </span>
        </>
      }
      action={
        current ? (
          <Badge tone="info" icon="check">
            {t('sessions.current')}
          </Badge>
        ) : (
          <LinkButton
            id={`${id}-end`}
            tone="quiet"
            aria-labelledby={`${id}-end ${id}-title`}
            {...(keptBecause ? { 'aria-describedby': keptBecause } : {})}
            aria-disabled={pending || keptBecause !== null || undefined}
            onClick={onEnd}
          >
            {t('sessions.end')}
          </LinkButton>
        )
      }
    />
  )
}

export function SessionSkeleton() {
  return <Item icon="laptop" title={<Skeleton width="140px" />} detail={<Skeleton width="200px" />} />
}
