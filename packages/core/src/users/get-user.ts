import type { UseCase } from '../effects.ts'
import { reach } from '../kernel/authorise.ts'
import { presentDetails } from './user.steps.ts'
import type { usersContract } from './users.contract.ts'

/** Everything the details page shows about one person. */
export const getUser: UseCase<typeof usersContract.getUser> =
  (effects) =>
  async (caller, { userId }) => {
    const { actor, user } = await reach(effects, caller, 'view', userId)
    return presentDetails(effects, actor, user)
  }
