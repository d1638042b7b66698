import { refuse } from '../kernel/refusals.ts'
import { HasherBusyError, type PasswordHasher } from '../ports/password-hasher.ts'
import type { PasswordStrength } from '../ports/password-strength.ts'
import type { Storage } from '../ports/storage.ts'
import { looksTemporary } from '../tokens/token.rules.ts'
import type { User } from '../users/user.rules.ts'
import type { CredentialRecord } from './credential.store.ts'
import { normalisePassword, type PasswordPolicy, passwordProblem, SCHEMES } from './password.rules.ts'
import { contextOf } from './strength.rules.ts'

/** Seconds after which a full hasher is worth another try. */
const BUSY_RETRY = 2

interface Tools {
  readonly storage: Storage
  readonly hasher: PasswordHasher
  readonly strength: PasswordStrength | null
}

/**
 * A new credential for somebody; refuses passwords the policy does not accept, naming the rule that failed. `setBy` is the
 * administrator who chose it, null for the person; to an administrator no refusal tells which passwords the person had.
 */
export async function newCredential(
  tools: Tools,
  policy: PasswordPolicy,
  user: Pick<User, 'id' | 'email' | 'username' | 'firstName' | 'lastName' | 'displayName'>,
  typed: string,
  now: number,
  setBy: string | null = null,
): Promise<CredentialRecord> {
  const password = normalisePassword(typed)
  const problem = passwordProblem(password, policy)
  if (problem) refuse('password-too-weak', { fields: { password: problem } })
  // Sign-in takes what looks like a temporary password for one.
  if (looksTemporary(password)) refuse('password-too-weak', { fields: { password: 'invalid' } })
  const objection = await tools.strength?.judge(password, contextOf(user), policy.minStrength)
  if (objection) refuse('password-too-weak', { fields: { password: objection } })
  if (setBy === null) await requireUnused(tools, user.id, password)
  const hash = await orBusy(tools.hasher.hash(password))
  return { userId: user.id, hash, scheme: SCHEMES.normalised, changedAt: now, setBy }
}

/** Refuses the present password and those remembered before it, of which there are as many as the policy says. */
async function requireUnused({ storage, hasher }: Tools, userId: string, password: string): Promise<void> {
  const present = await storage.credentials.find(userId)
  const hashes = [...(present ? [present.hash] : []), ...(await storage.credentials.former(userId))]
  for (const hash of hashes) {
    if (await orBusy(hasher.verify(password, hash))) refuse('password-too-weak', { fields: { password: 'reused' } })
  }
}

/** Translates a full hasher into the refusal its callers give. */
export async function orBusy<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof HasherBusyError) refuse('too-many-requests', { retryAfter: BUSY_RETRY })
    throw error
  }
}
