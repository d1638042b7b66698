import { refuse } from '../kernel/refusals.ts'
import type { WaitingRoom } from '../kernel/waiting-room.ts'
import type { CredentialRecord } from '../passwords/credential.store.ts'
import { preparedPassword, SCHEMES } from '../passwords/password.rules.ts'
import { orBusy } from '../passwords/password.steps.ts'
import type { Clock } from '../ports/clock.ts'
import type { PasswordHasher } from '../ports/password-hasher.ts'
import type { Storage } from '../ports/storage.ts'
import { ATTEMPT_LEASE, ATTEMPT_WAIT, type LockoutPolicy } from './lockout.rules.ts'
import type { AttemptRules, Reservation, ReserveOutcome } from './lockout.store.ts'

interface Tools {
  readonly storage: Storage
  readonly hasher: PasswordHasher
  readonly clock: Clock
  readonly attempts: WaitingRoom
  readonly policy: { readonly lockout: LockoutPolicy }
  nobodysHash(): Promise<string>
}

/** Instead of a hash: the secret was recognised by its digest already; the time of a hash is spent all the same. */
export const SEEN = Symbol('seen')

/** What a guarded verification found; no reservation when the account was locked and the password not looked at. */
export type Verdict =
  | { readonly right: true; readonly reservation: Reservation }
  | { readonly right: false; readonly reservation: Reservation | null }

/**
 * The only way a password is ever compared: a guarded attempt. `proof` null (nobody, or somebody who may not sign in) and
 * locked accounts verify nobody's hash instead, so that all take the same time.
 */
export async function verifyGuarded(
  tools: Tools,
  key: string,
  proof: CredentialRecord | typeof SEEN | null,
  typed: string,
): Promise<Verdict> {
  const { hasher } = tools
  const held = proof === SEEN ? null : proof
  const password = preparedPassword(typed, held?.scheme ?? SCHEMES.normalised)
  const verdict = await guard(tools, key, async () => {
    const matches = await orBusy(hasher.verify(password, held?.hash ?? (await tools.nobodysHash())))
    return proof === SEEN || (held !== null && matches)
  })
  if (verdict.reservation === null) await orBusy(hasher.verify(password, await tools.nobodysHash()))
  return verdict
}

/**
 * Reserves an attempt, waits while as many verdicts are out as wrong ones are left, then verifies; not at all while the
 * account is locked. The caller settles the reservation in the transaction of its answer.
 */
export async function guard(
  tools: Pick<Tools, 'storage' | 'clock' | 'attempts' | 'policy'>,
  key: string,
  verify: () => Promise<boolean>,
): Promise<Verdict> {
  const { attempts, storage } = tools
  const outcome = await attempts.enter<Exclude<ReserveOutcome, { kind: 'full' }>>(key, async () => {
    const reserved = await storage.lockout.reserve(key, attemptRules(tools))
    return reserved.kind === 'full' ? null : reserved
  })
  if (outcome === null) refuse('too-many-requests', { retryAfter: ATTEMPT_WAIT / 1_000 })
  if (outcome.kind === 'locked') return { right: false, reservation: null }
  const { reservation } = outcome
  try {
    return { right: await verify(), reservation }
  } catch (error) {
    await storage.lockout.release(reservation)
    attempts.leave(key)
    throw error
  }
}

/** Does what a right password allows; should that fail or be refused, the attempt is given back rather than counted. */
export async function afterRight<T>(
  { storage, attempts }: Pick<Tools, 'storage' | 'attempts'>,
  reservation: Reservation,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    await storage.lockout.release(reservation)
    throw error
  } finally {
    attempts.leave(reservation.key)
  }
}

/** The rules an attempt of now is judged by. */
export function attemptRules({ clock, policy }: Pick<Tools, 'clock' | 'policy'>): AttemptRules {
  const now = clock.now()
  const { threshold, opensAfterMinutes } = policy.lockout
  const openedBefore = opensAfterMinutes === null ? null : now - opensAfterMinutes * 60_000
  return { now, lease: ATTEMPT_LEASE, threshold, openedBefore }
}
