import type { UseCase } from '../effects.ts'
import { requireKnown } from '../kernel/actor.ts'
import { requireSight } from '../kernel/authorise.ts'
import { epochOf } from '../kernel/instant.ts'
import { filterOf } from './list-query.rules.ts'
import type { usersContract } from './users.contract.ts'

const EXACT = 10_000

/** How many people match, of those the caller may see; beyond 10,000 only that there are as many. */
export const countUsers: UseCase<typeof usersContract.countUsers> = (effects) => async (actor, input) => {
  const { storage, clock, policy, access } = effects
  const sight = requireSight(access, requireKnown(actor))
  const filter = filterOf(input, sight, epochOf(input.lastSignInBefore))
  const counted = await storage.users.count(filter, EXACT + 1, { now: clock.now(), policy })
  return counted > EXACT ? { atLeast: EXACT } : { exactly: counted }
}
