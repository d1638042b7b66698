import { sees } from '../access/access.rules.ts'
import { composeEntry } from '../audit/audit.steps.ts'
import type { UseCase } from '../effects.ts'
import { targetOf } from '../kernel/actor.ts'
import { refuse } from '../kernel/refusals.ts'
import { nameOf } from '../users/user.rules.ts'
import { findGroup, presentGroup, requireCeiling, requireManager, sightFor } from './group.steps.ts'
import type { groupsContract } from './groups.contract.ts'

/** Puts people in and takes people out; they gain or lose all the group gives, so the ceiling covers all of it. */
export const setMembers: UseCase<typeof groupsContract.setMembers> =
  (effects) =>
  async (caller, { groupId, add, remove, version }) => {
    const { storage, access } = effects
    const actor = requireManager(access, caller)
    const group = await findGroup(storage, groupId, version)
    requireCeiling(access, actor, null, group)
    const sight = sightFor(access, actor)
    const ids = new Set([...add, ...remove])
    const people = (await storage.users.findMany([...ids])).filter((user) => sees(sight, targetOf(user)))
    if (people.length < ids.size) refuse('not-found')

    const names = (of: readonly string[]) => people.filter(({ id }) => of.includes(id)).map(nameOf)
    const entry = await composeEntry(effects, actor, {
      action: 'groups.setMembers',
      target: group,
      changes: { members: [names(remove), names(add)] },
    })
    await storage.transaction(async (tx) => {
      const outcome = await tx.groups.changeMembers(groupId, version, { add, remove })
      if (outcome === 'stale') refuse('changed-meanwhile', { current: await tx.groups.find(groupId) })
      await tx.audit.append(entry)
    })
    return presentGroup(effects, actor, groupId)
  }
