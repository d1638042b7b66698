import { mayChangeGrants } from '../access/access.rules.ts'
import type { Grant } from '../access/access-policy.rules.ts'
import type { CompiledAccess, Power } from '../access/power.rules.ts'

interface Grants {
  readonly grants: readonly { readonly role: string; readonly scope: string }[]
}

/** Roles a group can give: held on resources, and none that owns one, because ownership is a person's. */
export function groupRoles({ policy }: CompiledAccess): string[] {
  const owners = Object.values(policy.ownerRoles)
  return policy.scopedRoles.map(({ id }) => id).filter((id) => !owners.includes(id))
}

interface Changes extends Partial<Grants> {
  readonly name?: string
  readonly description?: string
  readonly domains?: readonly string[]
}

/** What was given of a group, nothing twice. */
export function givenOf(input: { readonly [K in keyof Changes]?: Changes[K] | undefined }): Changes {
  const { name, description, domains, grants } = input
  return {
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    ...(domains === undefined ? {} : { domains: [...new Set(domains)] }),
    ...(grants === undefined ? {} : { grants: [...new Map(grants.map((one) => [JSON.stringify(one), one])).values()] }),
  }
}

/** Whether a group can give these roles. */
export function areGroupRoles(access: CompiledAccess, { grants }: Grants): boolean {
  const given = groupRoles(access)
  return grants.every(({ role }) => given.includes(role))
}

/** The ceiling over what members, present and future, gain or lose by a change of the group's roles. */
export function mayChangeGroup(access: CompiledAccess, power: Power, before: Grants, after: Grants): boolean {
  return mayChangeGrants(access, power, inherited(before), inherited(after))
}

function inherited({ grants }: Grants): Grant[] {
  return grants.map(({ role, scope }) => ({ role, scope, source: 'group' }))
}
