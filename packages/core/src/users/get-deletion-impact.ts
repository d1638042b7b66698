import { decide } from '../access/access.rules.ts'
import type { UseCase } from '../effects.ts'
import { requireKnown, subjectOf, targetOf } from '../kernel/actor.ts'
import { authorise, visible } from '../kernel/authorise.ts'
import { solelyOwned, watchersOf } from '../resources/ownerless.steps.ts'
import type { usersContract } from './users.contract.ts'

/** What would go with somebody, what would be left without an owner, and whether the milder way is open. */
export const getDeletionImpact: UseCase<typeof usersContract.getDeletionImpact> =
  ({ storage, access, clock }) =>
  async (caller, { userId }) => {
    const actor = requireKnown(caller)
    const user = visible(access, actor, await storage.users.find(userId))
    authorise(access, actor, 'delete', user)
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
