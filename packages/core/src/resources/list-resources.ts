import { hasRight, mayGrant } from '../access/access.rules.ts'
import type { UseCase } from '../effects.ts'
import { requireKnown } from '../kernel/actor.ts'
import type { resourcesContract } from './resources.contract.ts'

/** The resources the caller may assign roles on, holds a role on or manages, with what contains them. */
export const listResources: UseCase<typeof resourcesContract.listResources> =
  ({ storage, access }) =>
  async (caller) => {
    const actor = requireKnown(caller)
    const all = await storage.resources.list()
    const items = all.map((resource) => {
      const { id, type } = resource
      const roles = access.policy.scopedRoles.filter((role) => role.resourceType === type).map((role) => role.id)
      const may = (role: string) =>
        actor.kind === 'system' || mayGrant(access, actor.effective.power, { role, scope: id })
      return { ...resource, mayGrant: roles.filter(may) }
    })
    if (actor.kind === 'system' || hasRight(access, actor.effective.power, 'resources.manage')) return { items }
    const holds = (id: string) => actor.effective.power.scopes.has(id)
    const own = items.filter(({ id, mayGrant: granted }) => granted.length > 0 || holds(id))
    const containers = new Set(own.map(({ parent }) => parent))
    return { items: items.filter((one) => own.includes(one) || containers.has(one.id)) }
  }
