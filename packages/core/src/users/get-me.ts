import type { UseCase } from '../effects.ts'
import { requireUser } from '../kernel/actor.ts'
import { presentMe } from './user.steps.ts'
import type { usersContract } from './users.contract.ts'

/** Oneself, as of this request. */
export const getMe: UseCase<typeof usersContract.getMe> = (effects) => async (actor) => {
  const known = requireUser(actor)
  return presentMe(effects, known, known.effective.user)
}
