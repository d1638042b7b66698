import { refuse } from '../kernel/refusals.ts'
import { HasherBusyError, type PasswordHasher } from '../ports/password-hasher.ts'
import type { PasswordStrength } from '../ports/password-strength.ts'
import { looksTemporary } from '../tokens/token.rules.ts'
import type { User } from '../users/user.rules.ts'
import type { CredentialRecord } from './credential.store.ts'
import { normalisePassword, type PasswordPolicy, passwordProblem } from './password.rules.ts'

/** How passwords are prepared before hashing: 1 is NFKC. */
const SCHEME = 1

/** Seconds after which a full hasher is worth another try. */
const BUSY_RETRY = 2

interface Tools {
  readonly hasher: PasswordHasher
  readonly strength: PasswordStrength | null
}

/** A new credential for somebody; refuses passwords the policy does not accept, naming the rule that failed. */
export async function newCredential(
  tools: Tools,
  policy: PasswordPolicy,
  user: Pick<User, 'id' | 'email' | 'username' | 'firstName' | 'lastName' | 'displayName'>,
  typed: string,
  now: number,
): Promise<CredentialRecord> {
  const password = normalisePassword(typed)
  const problem = passwordProblem(password, policy)
  if (problem) refuse('password-too-weak', { fields: { password: problem } })
  // Sign-in takes what looks like a temporary password for one.
  if (looksTemporary(password)) refuse('password-too-weak', { fields: { password: 'invalid' } })
  const objection = await tools.strength?.judge(password, contextOf(user), policy.minStrength)
  if (objection) refuse('password-too-weak', { fields: { password: objection } })
  return { userId: user.id, hash: await orBusy(tools.hasher.hash(password)), scheme: SCHEME, changedAt: now }
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

/** What an attacker would try first for this person. */
function contextOf(user: Pick<User, 'email' | 'username' | 'firstName' | 'lastName' | 'displayName'>): string[] {
  const [local = '', domain = ''] = user.email.split('@')
  return [local, domain, user.username, user.firstName, user.lastName, user.displayName].filter(
    (word): word is string => word !== null && word !== '',
  )
}
