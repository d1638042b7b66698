import type { UseCase } from '../effects.ts'
import { requireRight } from '../kernel/authorise.ts'
import { cursorOf, placeOf } from '../kernel/cursor.ts'
import { filterOf } from '../users/list-query.rules.ts'
import { nameOf } from '../users/user.rules.ts'
import { findGroup, sightFor } from './group.steps.ts'
import type { groupsContract } from './groups.contract.ts'

/** The members of a group that the caller sees, and whether they were put in or are in by their domain. */
export const listMembers: UseCase<typeof groupsContract.listMembers> =
  ({ storage, access, policy, clock }) =>
  async (caller, { groupId, limit = 50, cursor }) => {
    const actor = requireRight(access, caller, 'groups.read')
    const from = cursor === undefined ? null : placeOf(cursor, groupId)
    await findGroup(storage, groupId)
    const filter = filterOf({ group: [groupId] }, sightFor(access, actor), null)
    const page = { by: 'name', descending: false, limit, from } as const
    const { items, next } = await storage.users.list(filter, page, { now: clock.now(), policy })
    const ids = items.map(({ id }) => id)
    const byHand = new Set(await storage.groups.byHand(groupId, ids))
    return {
      items: items.map((user) => {
        const by = byHand.has(user.id) ? ('hand' as const) : ('domain' as const)
        return { id: user.id, name: nameOf(user), email: user.email, by }
      }),
      nextCursor: cursorOf(next, 'after', groupId),
    }
  }
