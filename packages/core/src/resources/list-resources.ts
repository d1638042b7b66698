import { mayGrant } from '../access/access.rules.ts'
import type { UseCase } from '../effects.ts'
import { requireKnown } from '../kernel/actor.ts'
import type { resourcesContract } from './resources.contract.ts'

/** The resources the caller may assign roles on, or holds a role on. */
export const listResources: UseCase<typeof resourcesContract.listResources> =
  ({ storage, access }) =>
  async (caller) => {
    const actor = requireKnown(caller)
    const all = await storage.resources.list()
    const items = all.map(({ id, type, name }) => {
      const roles = access.policy.scopedRoles.filter((role) => role.resourceType === type).map((role) => role.id)
      const may = (role: string) =>
        actor.kind === 'system' || mayGrant(access, actor.effective.power, { role, scope: id })
      return { id, type, name, mayGrant: roles.filter(may) }
    })
    const holds = (id: string) => actor.kind === 'user' && actor.effective.power.scopes.has(id)
    return { items: items.filter(({ id, mayGrant: granted }) => granted.length > 0 || holds(id)) }
  }
