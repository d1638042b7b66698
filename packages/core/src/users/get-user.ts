import type { UseCase } from '../effects.ts'
import { requireKnown } from '../kernel/actor.ts'
import { authorise, visible } from '../kernel/authorise.ts'
import { presentDetails } from './user.steps.ts'
import type { usersContract } from './users.contract.ts'

/** Everything the details page shows about one person. */
export const getUser: UseCase<typeof usersContract.getUser> =
  (effects) =>
  async (caller, { userId }) => {
    const { storage, access } = effects
    const actor = requireKnown(caller)
    const user = visible(access, actor, await storage.users.find(userId))
    authorise(access, actor, 'view', user)
    return presentDetails(effects, actor, user)
  }
