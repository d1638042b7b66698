import { decide, hasRight, type Sight, sees, sightOf } from '../access/access.rules.ts'
import type { Action, Grant, Right } from '../access/access-policy.rules.ts'
import type { CompiledAccess } from '../access/power.rules.ts'
import type { Storage } from '../ports/storage.ts'
import type { User, UserRecord } from '../users/user.rules.ts'
import { type Actor, type KnownActor, requireKnown, subjectOf, targetOf } from './actor.ts'
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
function visible<U extends User>(access: CompiledAccess, actor: KnownActor, user: U | null): U {
  if (!user) return refuse('not-found')
  if (actor.kind === 'system' || sees(sightOf(access, subjectOf(actor)), targetOf(user))) return user
  return refuse('not-found')
}

/**
 * The caller and the person acted on, once it is settled that the one may know the other and do that to them; outside
 * the caller's sight nobody exists.
 */
export async function reach(
  { storage, access }: { readonly storage: Storage; readonly access: CompiledAccess },
  caller: Actor,
  action: Action,
  userId: string,
): Promise<{ readonly actor: KnownActor; readonly user: UserRecord }> {
  const actor = requireKnown(caller)
  const user = visible(access, actor, await storage.users.find(userId))
  authorise(access, actor, action, user)
  return { actor, user }
}

/** Refuses unless the caller holds that right on the whole product. */
export function requireRight(access: CompiledAccess, caller: Actor, right: Right): KnownActor {
  const actor = requireKnown(caller)
  if (actor.kind === 'user' && !hasRight(access, actor.effective.power, right)) {
    refuse('not-allowed', { reason: 'no-right' })
  }
  return actor
}

/** What the caller sees of the directory; refuses somebody who may read no list at all. */
export function requireSight(access: CompiledAccess, actor: KnownActor): Sight {
  if (actor.kind === 'system') return { kind: 'all' }
  const subject = subjectOf(actor)
  const sight = sightOf(access, subject)
  const reads = hasRight(access, subject.power, 'users.read') || (sight.kind === 'some' && sight.scopes.length > 0)
  return reads ? sight : refuse('not-allowed', { reason: 'no-right' })
}
