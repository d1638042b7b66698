import type { UseCase } from '../effects.ts'
import { reach } from '../kernel/authorise.ts'
import { refuse } from '../kernel/refusals.ts'
import { change } from './change.steps.ts'
import { presentUser } from './user.steps.ts'
import type { usersContract } from './users.contract.ts'

/** Lets somebody in again who was switched off; with the password they had. */
export const enableUser: UseCase<typeof usersContract.enableUser> =
  (effects) =>
  async (caller, { userId, version }) => {
    const { actor, user } = await reach(effects, caller, 'enable', userId)
    if (user.enabled) refuse('already-done')
    const enabled = await change(effects, actor, user, version, {
      action: 'users.enableUser',
      fields: { enabled: true },
      event: 'user.enabled',
    })
    return presentUser(effects, actor, enabled, effects.clock.now())
  }
