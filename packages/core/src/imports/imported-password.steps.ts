import type { KnownActor } from '../kernel/actor.ts'
import { refuse } from '../kernel/refusals.ts'
import type { CredentialRecord } from '../passwords/credential.store.ts'
import { SCHEMES } from '../passwords/password.rules.ts'
import type { Stores } from '../ports/storage.ts'
import type { Policy } from '../system/policy.rules.ts'
import { PASSWORD_HASH } from '../users/csv-columns.rules.ts'
import { allCoded, missingFields } from '../users/profile.steps.ts'
import type { User } from '../users/user.rules.ts'

/**
 * Refuses a hash that may not become somebody's password: to whoever is not the host, of people who sign in elsewhere or
 * have registered already, and of those whom registration would ask for more. `after` is the person with everything else
 * that the row brings; before is null for a new one.
 */
export function requireFirstPassword(
  { policy }: { readonly policy: Policy },
  actor: KnownActor,
  before: User | null,
  after: User,
): void {
  if (actor.kind !== 'system') refuse('not-allowed', { reason: 'no-right', fields: { [PASSWORD_HASH]: 'invalid' } })
  if (after.authentication.kind === 'external') {
    refuse('not-allowed', { reason: 'single-sign-on', fields: { [PASSWORD_HASH]: 'invalid' } })
  }
  if (before !== null && before.registeredAt !== null) refuse('invalid-input', { fields: { [PASSWORD_HASH]: 'fixed' } })
  const missing = missingFields(policy, after)
  if (missing.length > 0) refuse('invalid-input', { fields: allCoded(missing, 'required') })
}

/** A hash as the first password of somebody; null where the row brings none. Its age counts from here. */
export function importedPassword(
  now: number,
  userId: string,
  hash: string | null | undefined,
): CredentialRecord | null {
  return hash == null ? null : { userId, hash, scheme: SCHEMES.asTyped, changedAt: now, setBy: null }
}

/** Gives somebody who was just written their first password; the link to choose one is void. */
export async function givePassword(tx: Stores, { password }: Policy, credential: CredentialRecord): Promise<void> {
  await tx.credentials.save(credential, password.history)
  await tx.tokens.revoke('invitation', credential.userId)
}
