import { composeEntry } from '../audit/audit.steps.ts'
import type { UseCase } from '../effects.ts'
import { uuidv7 } from '../kernel/id.ts'
import { givenOf } from './group.rules.ts'
import { presentGroup, requireCeiling, requireManager, requireSound } from './group.steps.ts'
import type { GroupRecord } from './group.store.ts'
import type { groupsContract } from './groups.contract.ts'

/** Makes a group; whoever has an address in one of its domains is in it from then on. */
export const createGroup: UseCase<typeof groupsContract.createGroup> = (effects) => async (caller, input) => {
  const { storage, access, clock, random } = effects
  const actor = requireManager(access, caller)
  requireSound(effects, input)
  requireCeiling(access, actor, null, input)
  const now = clock.now()
  const group: GroupRecord = {
    ...input,
    ...givenOf(input),
    id: uuidv7(now, random.bytes(10)),
    createdAt: now,
    version: 1,
  }
  const { name, domains, grants } = group
  const entry = await composeEntry(effects, actor, {
    action: 'groups.createGroup',
    target: group,
    changes: { name: [null, name], domains: [[], domains], grants: [[], grants] },
  })
  await storage.transaction(async (tx) => {
    await tx.groups.insert(group)
    await tx.audit.append(entry)
  })
  return presentGroup(effects, actor, group.id)
}
