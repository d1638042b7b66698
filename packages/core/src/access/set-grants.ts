import type { Effects, UseCase } from '../effects.ts'
import { type KnownActor, requireKnown, subjectOf, targetOf } from '../kernel/actor.ts'
import { authorise } from '../kernel/authorise.ts'
import { refuse } from '../kernel/refusals.ts'
import { change } from '../users/change.steps.ts'
import type { UserRecord } from '../users/user.rules.ts'
import { presentUser } from '../users/user.steps.ts'
import type { accessContract } from './access.contract.ts'
import { hasRight, mayChangeGrants, sees, sightOf } from './access.rules.ts'
import type { Grant } from './access-policy.rules.ts'
import { isRoleCountRight } from './default-role.rules.ts'
import { EMPTY } from './power.rules.ts'

/**
 * Sets the roles given directly to somebody, on the whole product or on one resource; roles elsewhere and of other
 * sources stay. The ceiling holds for all that is given and all that is taken away.
 */
export const setGrants: UseCase<typeof accessContract.setGrants> = (effects) => async (caller, input) => {
  const { storage, access, clock } = effects
  const { scope, version } = input
  const actor = requireKnown(caller)
  const user = await storage.users.find(input.userId)
  if (!user || !mayReach(effects, actor, user, scope)) return refuse('not-found')
  requireAssigning(effects, actor, user, scope, input.roles)

  const kept = user.grants.filter((grant) => grant.source !== 'direct' || grant.scope !== scope)
  const given = [...new Set(input.roles)].map((role): Grant => ({ role, scope, source: 'direct' }))
  const grants = [...kept, ...given]
  if (given.some(({ role }) => !access.powerOfRole(role) || access.isScoped(role) !== (scope !== null))) {
    refuse('invalid-input', { fields: { roles: 'invalid' } })
  }
  if (scope === null && !isRoleCountRight(access, grants)) refuse('invalid-input', { fields: { roles: 'invalid' } })
  if (actor.kind === 'user' && !mayChangeGrants(access, actor.effective.power, user.grants, grants)) {
    refuse('not-allowed', { reason: 'not-covered' })
  }
  const saved = await change(effects, actor, user, version, {
    action: 'access.setGrants',
    fields: {},
    grants,
    event: 'grants.changed',
  })
  return presentUser(effects, actor, saved, clock.now())
}

/** People one sees; and, for roles on a resource one manages oneself, whoever's exact address one knows. */
function mayReach({ access }: Effects, actor: KnownActor, user: UserRecord, scope: string | null): boolean {
  if (actor.kind === 'system') return true
  const subject = subjectOf(actor)
  const manages = scope !== null && access.right(subject.power.scopes.get(scope)?.rights ?? EMPTY, 'access.assign')
  return manages || sees(sightOf(access, subject), targetOf(user))
}

/** The right to assign there; what may be assigned is the ceiling's to say. */
function requireAssigning(
  { access }: Effects,
  actor: KnownActor,
  user: UserRecord,
  scope: string | null,
  roles: readonly string[],
): void {
  if (actor.kind === 'system') return
  if (scope === null) {
    authorise(access, actor, 'assign', user)
    return
  }
  const subject = subjectOf(actor)
  if (subject.impersonating) refuse('not-allowed', { reason: 'impersonating' })
  // The type of the resource is that of the roles given, or of those taken.
  const there = [...roles, ...user.grants.filter((grant) => grant.scope === scope).map(({ role }) => role)]
  const type = there.map((role) => access.typeOf(role)).find((known) => known !== undefined) ?? ''
  if (!hasRight(access, subject.power, 'access.assign', { type, id: scope }))
    refuse('not-allowed', { reason: 'no-right' })
}
