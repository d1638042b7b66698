import { composeEntry } from '../audit/audit.steps.ts'
import type { UseCase } from '../effects.ts'
import { requireRight } from '../kernel/authorise.ts'
import { refuse } from '../kernel/refusals.ts'
import type { resourcesContract } from './resources.contract.ts'

/** Decides whether new people start with it; nobody who is there already gains or loses anything. */
export const setDefault: UseCase<typeof resourcesContract.setDefault> =
  (effects) =>
  async (caller, { resourceId, isDefault }) => {
    const { storage, access } = effects
    const actor = requireRight(access, caller, 'resources.manage')
    const resource = (await storage.resources.findMany([resourceId]))[0] ?? refuse('not-found')
    const entry = await composeEntry(effects, actor, {
      action: 'resources.setDefault',
      target: { id: resource.id, name: resource.name },
      changes: { isDefault: [resource.isDefault, isDefault] },
    })
    await storage.transaction(async (tx) => {
      if (!(await tx.resources.setDefault(resourceId, isDefault))) refuse('not-found')
      await tx.audit.append(entry)
    })
    return {}
  }
