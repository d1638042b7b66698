/** When wrong passwords lock an account and when it opens again. */
export interface LockoutPolicy {
  /** Wrong passwords in a row that lock. */
  readonly threshold: number
  /** Minutes after which a lock opens by itself; null when only an unlock or a reset opens it. */
  readonly opensAfterMinutes: number | null
}

/** An attempt whose verdict is out that long counts as wrong: its process died. Milliseconds. */
export const ATTEMPT_LEASE = 30_000

/** How long an attempt waits for others' verdicts before it is turned away. Milliseconds. */
export const ATTEMPT_WAIT = 15_000

/** Failed sign-ins kept per person, and for how long (milliseconds); older ones are forgotten. */
export const FAILED_SIGN_INS_KEPT = { perUser: 100, for: 90 * 24 * 3_600_000 } as const

/** Counters of identifiers that belong to nobody are dropped after that many milliseconds without an attempt. */
export const UNKNOWN_ATTEMPTS_KEPT = 24 * 3_600_000

/** Why a sign-in failed; only administrators read it. */
export const FAILED_SIGN_IN_CAUSES = ['wrong-password', 'locked', 'deactivated', 'dormant', 'not-registered'] as const
export type FailedSignInCause = (typeof FAILED_SIGN_IN_CAUSES)[number]

/** Epoch milliseconds at which the lock opens by itself; null when it does not. */
export function lockOpensAt(lockedAt: number, policy: LockoutPolicy): number | null {
  return policy.opensAfterMinutes === null ? null : lockedAt + policy.opensAfterMinutes * 60_000
}

/** Whether a lock set at `lockedAt` (null: never) still holds at `now`. */
export function isLocked(lockedAt: number | null, policy: LockoutPolicy, now: number): boolean {
  if (lockedAt === null) return false
  const opensAt = lockOpensAt(lockedAt, policy)
  return opensAt === null || now < opensAt
}
