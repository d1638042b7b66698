import type { UseCase } from '../effects.ts'
import { requireKnown } from '../kernel/actor.ts'
import { refuse } from '../kernel/refusals.ts'
import { once, repeatable } from '../system/answer.steps.ts'
import { admitCreation, decideCreation, prepareCreation } from './account.steps.ts'
import { presentDetails } from './user.steps.ts'
import type { usersContract } from './users.contract.ts'

/** Sets somebody up in full: fields, roles and instances in one transaction, with the welcome mail where one is due. */
export const createUser: UseCase<typeof usersContract.createUser> = (effects) => async (caller, input) => {
  const { storage, cryptography, clock, nudge } = effects
  const actor = requireKnown(caller)
  const { idempotencyKey: _, ...asked } = input
  const decided = decideCreation(effects, actor, asked, 'screen')
  const prepared = await prepareCreation(effects, actor, decided, 'users.createUser')
  const call = await repeatable(cryptography, actor, 'users.createUser', input, clock.now())
  const id = await storage.transaction((tx) =>
    once(tx, call, async () => {
      const outcome = await admitCreation(tx, prepared)
      if (outcome !== 'inserted') {
        refuse(outcome, { fields: outcome === 'email-in-use' ? { email: 'in-use' } : { username: 'in-use' } })
      }
      return prepared.user.id
    }),
  )
  nudge()
  const user = (await storage.users.find(id)) ?? refuse('not-found')
  return presentDetails(effects, actor, user)
}
