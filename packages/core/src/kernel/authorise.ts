import { decide, hasRight, type Sight, sees, sightOf } from '../access/access.rules.ts'
import type { Action, Grant } from '../access/access-policy.rules.ts'
import type { CompiledAccess } from '../access/power.rules.ts'
import type { User } from '../users/user.rules.ts'
import { type KnownActor, subjectOf, targetOf } from './actor.ts'
import { refuse } from './refusals.ts'

/** Refuses unless the caller may do that to this person. The host itself may do everything. */
export function authorise(access: CompiledAccess, actor: KnownActor, action: Action, user: User): void {
  if (actor.kind === 'system') return
  const reason = decide(access, subjectOf(actor), action, targetOf(user))
  if (reason) refuse('not-allowed', { reason })
}

/** Refuses unless the caller may do that to somebody who is about to hold these grants. */
export function authoriseForNew(access: CompiledAccess, actor: KnownActor, action: Action, grants: readonly Grant[]) {
  if (actor.kind === 'system') return
  const target = { id: null, organization: null, grants, singleSignOn: false, protected: false }
  const reason = decide(access, subjectOf(actor), action, target)
  if (reason) refuse('not-allowed', { reason })
}

/** The person, if the caller may know they exist; `not-found` otherwise, as for nobody at all. */
export function visible<U extends User>(access: CompiledAccess, actor: KnownActor, user: U | null): U {
  if (!user) return refuse('not-found')
  if (actor.kind === 'system' || sees(sightOf(access, subjectOf(actor)), targetOf(user))) return user
  return refuse('not-found')
}

/** What the caller sees of the directory; refuses somebody who may read no list at all. */
export function requireSight(access: CompiledAccess, actor: KnownActor): Sight {
  if (actor.kind === 'system') return { kind: 'all' }
  const subject = subjectOf(actor)
  const sight = sightOf(access, subject)
  const reads = hasRight(access, subject.power, 'users.read') || (sight.kind === 'resources' && sight.scopes.length > 0)
  return reads ? sight : refuse('not-allowed', { reason: 'no-right' })
}
