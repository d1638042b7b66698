import type { Grant } from '../access/access-policy.rules.ts'
import { withDefaultRole } from '../access/default-role.rules.ts'
import type { CompiledAccess } from '../access/power.rules.ts'
import { domainOf } from '../users/identifier.rules.ts'
import type { User } from '../users/user.rules.ts'
import type { Provider } from './sign-in.rules.ts'

/** What an identity at a provider is compared by. */
export interface Claimed {
  readonly email: string | null
  readonly emailVerified: boolean
}

/** People who might be meant, found by what the provider says. */
export interface Candidates<U extends User> {
  /** Whose it was before. */
  readonly bySubject: U | null
  readonly byUsername: U | null
  readonly byEmail: U | null
}

/**
 * Whose identity it is. `create`: nobody's yet, and they may come in. `refuse`: an account stands in the way, or there is
 * none and none may be made. Somebody whom an administrator sent to that provider is found by user name or vouched address
 * until they have come once. Whoever has a password here keeps it unless the policy says otherwise, and nobody comes in by an
 * address unless the provider's word counts for its domain: elsewhere anybody may have typed it.
 */
export function placementOf<U extends User>(
  provider: Provider,
  claimed: Claimed,
  { bySubject, byUsername, byEmail }: Candidates<U>,
): U | 'create' | 'refuse' {
  if (bySubject) return bySubject
  const expected = (user: U) => isExpected(user, provider.id)
  if (byUsername && expected(byUsername)) return byUsername
  const domain = claimed.emailVerified && claimed.email !== null ? domainOf(claimed.email) : null
  const its = domain !== null && provider.domains.includes(domain)
  if (byEmail) {
    if (expected(byEmail) && domain !== null) return byEmail
    const internal = byEmail.authentication.kind === 'internal'
    return internal && its && provider.takesOver ? byEmail : 'refuse'
  }
  return its && provider.creates && !byUsername ? 'create' : 'refuse'
}

/** Whether somebody is to sign in at that provider and has not yet. */
function isExpected({ authentication: { kind, provider, subject } }: User, id: string): boolean {
  return kind === 'external' && provider === id && subject === null
}

/**
 * Somebody's grants with those that follow from the provider's word in place of its earlier ones. Where people hold one role
 * on the whole product, the highest that comes from there is theirs, else the one they have.
 */
export function grantsThrough(
  access: CompiledAccess,
  provider: Provider,
  said: readonly string[],
  before: readonly Grant[],
): readonly Grant[] {
  const { mayGrant = [], roles = {} } = provider.grants ?? {}
  const named = said.map((word) => (Object.hasOwn(roles, word) ? roles[word] : word))
  const ranked = access.policy.systemRoles
    .filter(({ id }) => mayGrant.includes(id) && named.includes(id))
    .sort((a, b) => b.rank - a.rank)
  const one = access.policy.systemRolesPerUser === 'one'
  const given: Grant[] = (one ? ranked.slice(0, 1) : ranked).map(({ id }) => {
    return { role: id, scope: null, source: 'provider' }
  })
  const kept = before.filter(({ scope, source }) => {
    return source !== 'provider' && !(one && given.length > 0 && scope === null)
  })
  return withDefaultRole(access, [...kept, ...given])
}
