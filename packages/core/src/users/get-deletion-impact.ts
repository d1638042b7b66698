import { decide } from '../access/access.rules.ts'
import type { UseCase } from '../effects.ts'
import { subjectOf, targetOf } from '../kernel/actor.ts'
import { reach } from '../kernel/authorise.ts'
import { solelyOwned, watchersOf } from '../resources/ownerless.steps.ts'
import type { usersContract } from './users.contract.ts'

/** What would go with somebody, what would be left without an owner, and whether the milder way is open. */
export const getDeletionImpact: UseCase<typeof usersContract.getDeletionImpact> =
  (effects) =>
  async (caller, { userId }) => {
    const { storage, access, clock } = effects
    const { actor, user } = await reach(effects, caller, 'delete', userId)
    const now = clock.now()
    const ownerless = await solelyOwned(storage, access, user)
    const watchers = ownerless.length > 0 ? await watchersOf(storage, access) : []
    const tokens = await storage.apiTokens.list(user.id)
    return {
      grants: user.grants.length,
      tokens: tokens.filter(({ expiresAt }) => expiresAt > now).length,
      sessions: (await storage.sessions.list(user.id, now)).length,
      ownerless: ownerless.map(({ id, type, name }) => ({ id, type, name })),
      told: watchers.filter(({ id }) => id !== user.id).length,
      disable: (actor.kind === 'user' && decide(access, subjectOf(actor), 'disable', targetOf(user))) || true,
    }
  }
