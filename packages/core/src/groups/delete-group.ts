import { composeEntry } from '../audit/audit.steps.ts'
import type { UseCase } from '../effects.ts'
import { findGroup, requireCeiling, requireManager } from './group.steps.ts'
import type { groupsContract } from './groups.contract.ts'

/** Removes a group; its members lose what they had by it. */
export const deleteGroup: UseCase<typeof groupsContract.deleteGroup> =
  (effects) =>
  async (caller, { groupId, version }) => {
    const { storage, access } = effects
    const actor = requireManager(access, caller)
    const group = await findGroup(storage, groupId, version)
    requireCeiling(access, actor, group, null)
    const entry = await composeEntry(effects, actor, {
      action: 'groups.deleteGroup',
      target: group,
      changes: { domains: [group.domains, []], grants: [group.grants, []] },
    })
    await storage.transaction(async (tx) => {
      await findGroup(tx, groupId, version)
      await tx.groups.remove(groupId)
      await tx.audit.append(entry)
    })
    return {}
  }
