import type { UseCase } from '../effects.ts'
import { reach } from '../kernel/authorise.ts'
import { decideEdit } from './account.steps.ts'
import { change } from './change.steps.ts'
import { presentDetails } from './user.steps.ts'
import type { usersContract } from './users.contract.ts'

/** Changes somebody's account: fields, as far as the policy leaves them to administrators, and roles, all at once. */
export const editUser: UseCase<typeof usersContract.editUser> =
  (effects) =>
  async (caller, { userId, version, ...asked }) => {
    const { actor, user } = await reach(effects, caller, 'edit', userId)
    const decided = decideEdit(effects, actor, user, asked, 'screen')
    const saved = await change(effects, actor, user, version, {
      action: 'users.editUser',
      ...decided,
      event: 'user.edited',
    })
    return presentDetails(effects, actor, saved)
  }
