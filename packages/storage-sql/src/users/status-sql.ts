import type { StatusTime } from '@rollcall/core'
import { dormantBefore, STATUSES, type Status } from '@rollcall/core/rules'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { fromStates, fromUsers, type Source } from './user-sources.ts'

/** The place of a status in the order of precedence, by which lists sort. */
export function rankOf(status: Status): number {
  return STATUSES.indexOf(status)
}

/** `statusOf` of core as SQL over `users` and `user_states`, as a rank. The one place where SQL knows about statuses. */
export function statusRank(time: StatusTime): RawBuilder<number> {
  const rank = (status: Status) => sql.lit(rankOf(status))
  return sql<number>`CASE
    WHEN users.enabled = 0 THEN ${rank('deactivated')}
    WHEN ${isLocked(time)} THEN ${rank('locked')}
    WHEN users.registered_at IS NOT NULL AND users.auth_kind = 'internal' AND ${isUnused(time)} THEN ${rank('dormant')}
    WHEN users.registered_at IS NOT NULL THEN ${rank('confirmed')}
    WHEN user_states.invitation_expires_at <= ${time.now} THEN ${rank('invitation-expired')}
    ELSE ${rank('not-confirmed')}
  END`
}

/** Among whom all people of that status are, by way of an index. */
export function sourceOfStatus(status: Status, time: StatusTime): Source {
  switch (status) {
    case 'deactivated':
      return fromUsers(sql`users.enabled = 0`)
    case 'locked':
      return fromStates(isLocked(time))
    case 'dormant':
      return fromStates(isUnused(time))
    case 'invitation-expired':
      return fromStates(sql`user_states.invitation_expires_at <= ${time.now}`)
    case 'not-confirmed':
      // Looked at more closely: where many let their invitation expire, those are no answer.
      return {
        ids: sql`SELECT users.id AS user_id FROM users CROSS JOIN user_states
          WHERE user_states.user_id = users.id AND users.registered_at IS NULL
            AND coalesce(user_states.invitation_expires_at, ${time.now + 1}) > ${time.now}`,
        key: 'user_id',
      }
    case 'confirmed':
      return fromUsers(sql`users.registered_at IS NOT NULL`)
  }
}

/** What the status implies and an index in the order of ids has; null: nothing. */
export function impliedBy(status: Status): RawBuilder<SqlBool> | null {
  if (status === 'deactivated') return sql`users.enabled = 0`
  return status === 'invitation-expired' || status === 'not-confirmed' ? sql`users.registered_at IS NULL` : null
}

function isLocked({ now, policy }: StatusTime): RawBuilder<SqlBool> {
  const { opensAfterMinutes } = policy.lockout
  if (opensAfterMinutes === null) return sql`user_states.locked_at IS NOT NULL`
  return sql`user_states.locked_at > ${now - opensAfterMinutes * 60_000}`
}

function isUnused({ now, policy }: StatusTime): RawBuilder<SqlBool> {
  const before = dormantBefore(policy, now)
  return before === null ? sql`1 = 0` : sql`user_states.active_at <= ${before}`
}
