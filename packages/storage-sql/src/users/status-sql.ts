import type { StatusTime } from '@rollcall/core'
import { dormantBefore, STATUSES, type Status } from '@rollcall/core/rules'
import { type RawBuilder, sql } from 'kysely'

/** The place of a status in the order of precedence, by which lists sort. */
export function rankOf(status: Status): number {
  return STATUSES.indexOf(status)
}

/** `statusOf` of core as SQL over `users` and `user_states`, as a rank. The one place where SQL knows about statuses. */
export function statusRank({ now, policy }: StatusTime): RawBuilder<number> {
  const { opensAfterMinutes } = policy.lockout
  const locked =
    opensAfterMinutes === null
      ? sql`user_states.locked_at IS NOT NULL`
      : sql`user_states.locked_at > ${now - opensAfterMinutes * 60_000}`
  const before = dormantBefore(policy, now)
  const dormant =
    before === null ? sql`1 = 0` : sql`users.auth_kind = 'internal' AND user_states.active_at <= ${before}`
  const rank = (status: Status) => sql.lit(rankOf(status))
  return sql<number>`CASE
    WHEN users.enabled = 0 THEN ${rank('deactivated')}
    WHEN ${locked} THEN ${rank('locked')}
    WHEN users.registered_at IS NOT NULL AND ${dormant} THEN ${rank('dormant')}
    WHEN users.registered_at IS NOT NULL THEN ${rank('confirmed')}
    WHEN user_states.invitation_expires_at > ${now} THEN ${rank('not-confirmed')}
    ELSE ${rank('invitation-expired')}
  END`
}
