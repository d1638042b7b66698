import { differences } from '../audit/audit.rules.ts'
import { composeEntry } from '../audit/audit.steps.ts'
import type { UseCase } from '../effects.ts'
import { refuse } from '../kernel/refusals.ts'
import { givenOf } from './group.rules.ts'
import { findGroup, presentGroup, requireCeiling, requireManager, requireSound } from './group.steps.ts'
import type { groupsContract } from './groups.contract.ts'

/** Changes a group. Another domain gives or takes all of its roles, so the ceiling covers all of them then. */
export const editGroup: UseCase<typeof groupsContract.editGroup> =
  (effects) =>
  async (caller, { groupId, version, ...input }) => {
    const { storage, access } = effects
    const actor = requireManager(access, caller)
    const group = await findGroup(storage, groupId, version)
    const given = givenOf(input)
    const changes = differences(group, given)
    const after = { ...group, ...given }
    requireSound(effects, after)
    requireCeiling(access, actor, group, after)
    if (changes.domains) requireCeiling(access, actor, group, null)
    const entry = await composeEntry(effects, actor, { action: 'groups.editGroup', target: group, changes })
    await storage.transaction(async (tx) => {
      const outcome = await tx.groups.update(groupId, version, given)
      if (outcome === 'stale') refuse('changed-meanwhile', { current: await tx.groups.find(groupId) })
      await tx.audit.append(entry)
    })
    return presentGroup(effects, actor, groupId)
  }
