import type { Effects } from '../effects.ts'
import { refuse } from '../kernel/refusals.ts'
import type { ResourceRecord } from './resource.store.ts'

/**
 * Registers one of the host's resources, or renames it. Refuses `invalid-input` for a type no scoped role names, or an id
 * that could not stand in a path.
 */
export const put =
  ({ storage, access }: Effects) =>
  async (resource: ResourceRecord): Promise<void> => {
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(resource.id)) refuse('invalid-input', { fields: { id: 'invalid' } })
    if (!access.policy.scopedRoles.some(({ resourceType }) => resourceType === resource.type)) {
      refuse('invalid-input', { fields: { type: 'invalid' } })
    }
    await storage.resources.put(resource)
  }
