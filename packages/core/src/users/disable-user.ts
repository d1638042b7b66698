import type { UseCase } from '../effects.ts'
import { reach } from '../kernel/authorise.ts'
import { refuse } from '../kernel/refusals.ts'
import { change } from './change.steps.ts'
import { presentUser } from './user.steps.ts'
import type { usersContract } from './users.contract.ts'

/** Switches somebody off: sessions and tokens end, links die, nothing is lost. */
export const disableUser: UseCase<typeof usersContract.disableUser> =
  (effects) =>
  async (caller, { userId, version }) => {
    const { actor, user } = await reach(effects, caller, 'disable', userId)
    if (!user.enabled) refuse('already-done')
    const disabled = await change(effects, actor, user, version, {
      action: 'users.disableUser',
      fields: { enabled: false },
      event: 'user.disabled',
    })
    return presentUser(effects, actor, disabled, effects.clock.now())
  }
