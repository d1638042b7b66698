import { hasRight } from '../access/access.rules.ts'
import type { UseCase } from '../effects.ts'
import { requireRight } from '../kernel/authorise.ts'
import { groupRoles } from './group.rules.ts'
import { groupOf, sightFor } from './group.steps.ts'
import type { groupsContract } from './groups.contract.ts'

/** Every group; how many members it has counts those the caller sees. */
export const listGroups: UseCase<typeof groupsContract.listGroups> =
  ({ storage, access }) =>
  async (caller) => {
    const actor = requireRight(access, caller, 'groups.read')
    const groups = await storage.groups.list(sightFor(access, actor))
    const scopes = new Set(groups.flatMap(({ grants }) => grants.map(({ scope }) => scope)))
    const resources = (await storage.resources.findMany([...scopes])).map(({ id, type, name }) => ({ id, type, name }))
    const manage = actor.kind === 'system' || hasRight(access, actor.effective.power, 'groups.manage')
    return { items: groups.map(groupOf), resources, roles: groupRoles(access), manage }
  }
