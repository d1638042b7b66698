import { type Auditing, composeEntry } from '../audit/audit.steps.ts'
import type { Actor } from '../kernel/actor.ts'
import type { WaitingRoom } from '../kernel/waiting-room.ts'
import type { Logger } from '../ports/logger.ts'
import type { Storage } from '../ports/storage.ts'
import type { Links } from '../system/links.rules.ts'
import type { User } from '../users/user.rules.ts'
import { attemptRules } from './attempt.steps.ts'
import { failedSignIn } from './failed-sign-in.steps.ts'
import { lockedMail } from './locked.steps.ts'
import { FAILED_SIGN_INS_KEPT, type FailedSignInCause, type LockoutPolicy } from './lockout.rules.ts'
import type { Reservation } from './lockout.store.ts'

interface Tools extends Auditing {
  readonly storage: Storage
  readonly policy: { readonly lockout: LockoutPolicy }
  readonly links: Links
  readonly logger: Logger
  readonly attempts: WaitingRoom
  nudge(): void
}

/**
 * Counts a wrong attempt (none when the account was locked before), writes it down for administrators, and at the
 * threshold locks, audits and tells the person; all in one transaction. `user` null is an identifier of nobody.
 */
export async function settleWrong(
  tools: Tools,
  actor: Actor,
  user: User | null,
  reservation: Reservation | null,
  cause: FailedSignInCause,
): Promise<void> {
  const { storage, logger, attempts, nudge } = tools
  const failure = user && failedSignIn(tools, actor, user, cause)
  // Somebody without a password of their own has no account to be told about.
  const notice = user && cause !== 'not-registered' ? await lockedMail(tools, user) : null
  const entry = user && (await composeEntry(tools, actor, { action: 'lockout.lockUser', target: user }))
  const locked = await storage.transaction(async (tx) => {
    // First, as where the attempt was right: transactions that take the same rows in another order stop each other.
    const outcome = reservation && (await tx.lockout.fail(reservation, attemptRules(tools)))
    if (failure) await tx.lockout.addFailedSignIn(failure, FAILED_SIGN_INS_KEPT.perUser)
    if (outcome?.kind !== 'locked') return false
    if (entry) await tx.audit.append(entry)
    if (notice) await tx.outbox.add([notice])
    return true
  })
  logger.log('warn', locked ? 'authn_login_lock' : 'authn_login_fail', { userId: user?.id ?? null, cause })
  if (reservation) attempts.leave(reservation.key)
  if (locked) nudge()
}
