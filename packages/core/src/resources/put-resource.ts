import type { Effects } from '../effects.ts'
import { refuse } from '../kernel/refusals.ts'
import type { ResourceRecord } from './resource.store.ts'

/** A resource as the host registers it. `isDefault` counts when it is new; later, administrators decide. */
export type NewResource = Pick<ResourceRecord, 'id' | 'type' | 'name'> &
  Partial<Pick<ResourceRecord, 'parent' | 'isDefault' | 'nextSteps'>>

/**
 * Registers one of the host's resources, or changes it. Refuses `invalid-input` for a type that neither carries roles nor
 * contains any that does, for a parent that is not there or of another type, and for an id that could not stand in a path.
 */
export const put =
  ({ storage, access, policy }: Effects) =>
  async ({ id, type, name, parent = null, isDefault = false, nextSteps = null }: NewResource): Promise<void> => {
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(id)) refuse('invalid-input', { fields: { id: 'invalid' } })
    const known = [...access.policy.scopedRoles.map((role) => role.resourceType), ...Object.values(policy.containers)]
    if (!known.includes(type)) refuse('invalid-input', { fields: { type: 'invalid' } })
    if (parent !== null) {
      const [found] = await storage.resources.findMany([parent])
      if (!found || found.type !== policy.containers[type]) refuse('invalid-input', { fields: { parent: 'invalid' } })
    }
    await storage.resources.put({ id, type, name, parent, isDefault, nextSteps })
  }
