import type { FailedSignInCause } from './lockout.rules.ts'

/**
 * The counter of one account. Its key is the user id or, for identifiers that belong to nobody, `?` and an HMAC of the
 * normalised identifier, so that both count, wait and refuse alike.
 */
export interface AttemptRules {
  readonly now: number
  /** Milliseconds a verdict may be out. */
  readonly lease: number
  /** Wrong attempts that lock. */
  readonly threshold: number
  /** A lock set at or before this instant has opened by itself; null when locks never do. */
  readonly openedBefore: number | null
}

/** An attempt that may now be verified; the generation fences answers that come after the lease. */
export interface Reservation {
  readonly key: string
  readonly generation: number
}

export type ReserveOutcome =
  | { readonly kind: 'reserved'; readonly reservation: Reservation }
  | { readonly kind: 'locked'; readonly lockedAt: number }
  /** As many verdicts are out as wrong ones are left: wait and ask again. */
  | { readonly kind: 'full' }

export type FailOutcome =
  | { readonly kind: 'counted'; readonly failed: number }
  /** This one was the last allowed: the account is locked now. */
  | { readonly kind: 'locked' }
  /** The lease ran out before: the attempt has been counted already. */
  | { readonly kind: 'lost' }

/** One failed sign-in, for administrators' eyes. */
export interface FailedSignIn {
  readonly id: string
  readonly userId: string
  readonly at: number
  readonly cause: FailedSignInCause
  /** Client address as the host trusts it. */
  readonly address: string | null
  /** The client's User-Agent, at most 256 characters. */
  readonly agent: string | null
}

/**
 * Exact counting of wrong passwords. Every method is atomic on its own and stays so across processes; the invariant is
 * that wrong and undecided attempts together never exceed the threshold.
 */
export interface LockoutStore {
  /**
   * Reserves one attempt before its password is verified, and commits that at once. First opens a lock that is over and
   * settles attempts whose lease ran out: they count as wrong and lock when the threshold is reached.
   */
  reserve(key: string, rules: AttemptRules): Promise<ReserveOutcome>
  /** The password was wrong. */
  fail(reservation: Reservation, rules: AttemptRules): Promise<FailOutcome>
  /** The password was right: zeroes the counter. False when the lease ran out before: the sign-in must not happen. */
  succeed(reservation: Reservation, now: number): Promise<boolean>
  /** Verification itself failed (a thrown error, a full queue): the attempt is given back. */
  release(reservation: Reservation): Promise<void>
  /** When the account was locked, whether or not that lock is over by now; null when it is not. */
  lockedAt(key: string): Promise<number | null>
  /** Zeroes the counter and opens the lock; true when there was a lock. Attempts still out are fenced off. */
  clear(key: string): Promise<boolean>
  /** Records a failed sign-in and drops what exceeds `kept` per person, oldest first. */
  addFailedSignIn(failure: FailedSignIn, kept: number): Promise<void>
  /** The person's failed sign-ins, newest first. */
  listFailedSignIns(userId: string, limit: number): Promise<readonly FailedSignIn[]>
}
