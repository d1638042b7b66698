import type { Client } from '../kernel/actor.ts'
import type { Keyring } from '../kernel/keyring.ts'
import type { FailedSignInCause } from '../lockout/lockout.rules.ts'
import type { Clock } from '../ports/clock.ts'
import type { Cryptography } from '../ports/cryptography.ts'
import type { Policy } from '../system/policy.rules.ts'
import { identifierKey } from '../users/identifier.rules.ts'
import { statusOf, type UserRecord } from '../users/user.rules.ts'

/** Somebody who signs in with the host: what they typed, and where from. */
export interface HostAttempt {
  readonly identifier: string
  readonly client: Client
}

interface Tools {
  readonly policy: Policy
  readonly clock: Clock
  readonly cryptography: Cryptography
  readonly keys: Keyring
}

/** Why this person cannot sign in with any password; null when they can. Who a host signs in has registered with the host. */
export function barredBy(
  { policy, clock }: Pick<Tools, 'policy' | 'clock'>,
  user: UserRecord,
): FailedSignInCause | null {
  const registered = user.registeredAt !== null || policy.signIn.host !== undefined
  if (!registered || user.authentication.kind === 'external') return 'not-registered'
  const status = statusOf(user, policy, clock.now())
  return status === 'deactivated' || status === 'dormant' ? status : null
}

/**
 * What their attempts are counted under. Guesses at somebody who has no password here count like guesses at nobody: their
 * account is never locked by them.
 */
export async function attemptsOf(
  { cryptography, keys }: Pick<Tools, 'cryptography' | 'keys'>,
  identifier: string,
  user: UserRecord | null,
  barred: FailedSignInCause | null,
): Promise<string> {
  if (user && barred !== 'not-registered') return user.id
  return `?${await cryptography.mac(await keys.current('unknown-accounts'), identifierKey(identifier))}`
}
