import type { UseCase } from '../effects.ts'
import { requireKnown } from '../kernel/actor.ts'
import { requireSight } from '../kernel/authorise.ts'
import { cursorOf, placeOf } from '../kernel/cursor.ts'
import { epochOf } from '../kernel/instant.ts'
import { filterOf, queryText } from './list-query.rules.ts'
import { presentUser, resourcesOf } from './user.steps.ts'
import type { SortBy } from './user.store.ts'
import type { usersContract } from './users.contract.ts'

const CURSOR_DIGEST = 12

/** One page of the people the caller may see. */
export const listUsers: UseCase<typeof usersContract.listUsers> = (effects) => async (caller, input) => {
  const { storage, clock, policy, access, cryptography } = effects
  const actor = requireKnown(caller)
  const sight = requireSight(access, actor)
  const { sort = 'name', limit = 50, cursor, ...wire } = input
  const query = (await cryptography.digest(queryText(wire, sort))).slice(0, CURSOR_DIGEST)
  const now = clock.now()
  const page = await storage.users.list(
    filterOf(wire, sight, epochOf(wire.lastSignInBefore)),
    {
      by: sort.replace('-', '') as SortBy,
      descending: sort.startsWith('-'),
      limit,
      from: cursor === undefined ? null : placeOf(cursor, query),
    },
    { now, policy },
  )
  // The database answers that while the rest is worked out.
  const resources = resourcesOf(storage, page.items)
  return {
    items: page.items.map((user) => presentUser(effects, actor, user, now)),
    resources: await resources,
    nextCursor: cursorOf(page.next, 'after', query),
    previousCursor: cursorOf(page.previous, 'before', query),
  }
}
