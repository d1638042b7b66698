import { keepingAdministrator } from '../access/administrator.steps.ts'
import { composeEntry } from '../audit/audit.steps.ts'
import type { UseCase } from '../effects.ts'
import { reach } from '../kernel/authorise.ts'
import { removeUser } from './removal.steps.ts'
import { requireVersion } from './user.steps.ts'
import type { usersContract } from './users.contract.ts'

/** Deletes somebody for good, with grants, tokens and sessions; what was written about them in the audit stays. */
export const deleteUser: UseCase<typeof usersContract.deleteUser> =
  (effects) =>
  async (caller, { userId, version }) => {
    const { nudge } = effects
    const { actor, user } = await reach(effects, caller, 'delete', userId)
    const entry = await composeEntry(effects, actor, {
      action: 'users.deleteUser',
      target: user,
      changes: { email: [user.email, null], grants: [user.grants, []] },
    })
    await keepingAdministrator(effects, user, async (tx) => {
      await requireVersion(tx, effects, actor, user, version)
      await removeUser(tx, effects, user, entry)
    })
    nudge()
    return {}
  }
