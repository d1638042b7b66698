import type { AccessPolicy, Grant } from '../access/access-policy.rules.ts'
import type { Policy } from '../system/policy.rules.ts'
import type { GivenAccount } from '../users/account.rules.ts'
import { BEFORE_ROLE, type Column, DEFAULT_INSTANCES, instanceOf, soleRoleOf } from '../users/csv-columns.rules.ts'
import { organizationOf } from '../users/organization.rules.ts'
import type { User } from '../users/user.rules.ts'
import type { Given } from './cell.rules.ts'

type DirectGrant = Pick<Grant, 'role' | 'scope'>

/** A registered resource, as far as rows name it. */
export interface Place {
  readonly type: string
  readonly isDefault: boolean
}

/** What rows are read against. */
export interface Reading {
  readonly policy: Policy
  /** Registered resources by id. */
  readonly places: ReadonlyMap<string, Place>
}

/** Fields that may be empty, and those that may not: a blank cell leaves these as they are. */
const EMPTIED = ['firstName', 'lastName', 'displayName', 'jobTitle', 'phone', 'externalId', 'organization'] as const
const KEPT = ['language', 'timeZone', 'muteNotifications', 'enabled', 'protected'] as const

/**
 * What a row asks for: of somebody known, only what differs, so that repeating what is there already needs no right; of
 * somebody new, only what is not what they begin with anyway.
 */
export function askedFields({ policy }: Reading, before: User | null, given: Given): GivenAccount {
  const asked: Record<string, unknown> = {}
  const follows = policy.organization.from === 'email-domain'
  for (const field of EMPTIED) {
    const value = given[field]
    if (value === undefined || value === (before?.[field] ?? null)) continue
    if (field === 'organization' && follows && isFollowed(policy, given, value)) continue
    asked[field] = value
  }
  for (const field of KEPT) {
    const value = given[field] ?? undefined
    const known = before ? before[field] : field === 'muteNotifications' ? false : undefined
    if (value !== undefined && value !== known) asked[field] = value
  }
  // Where rows are known by the address, the same in another spelling is the same.
  const found = before !== null && !policy.username
  if (given.email != null && !found && given.email !== before?.email) asked.email = given.email
  if (given.username != null && !before?.username) asked.username = given.username
  const authentication = askedAuthentication(before, given)
  if (authentication) asked.authentication = authentication
  const attributes = Object.entries(given.attributes).filter(([key, value]) => {
    return value !== (before?.attributes[key] ?? null) && !(value === null && before?.attributes[key] === '')
  })
  if (attributes.length > 0) asked.attributes = Object.fromEntries(attributes)
  return asked
}

/** Nothing, or the domain itself, where the organization is the domain of the address. */
function isFollowed(policy: Policy, { email }: Given, value: string | null): boolean {
  return value === null || (email != null && value === organizationOf(email, policy.organization))
}

/** Naming a provider means people of it. */
function askedAuthentication(before: User | null, { authentication, provider }: Given): GivenAccount['authentication'] {
  const kind = authentication ?? (provider ? 'external' : undefined)
  if (kind === undefined) return undefined
  const present = before?.authentication ?? { kind: 'internal', provider: null }
  if (kind === present.kind && (kind === 'internal' || !provider || provider === present.provider)) return undefined
  return kind === 'external' && provider ? { kind, provider } : { kind }
}

/** All direct grants a row asks for, and the columns that name what there is not; no grants: they stay as they are. */
export function askedGrants(
  { policy, places }: Reading,
  before: User | null,
  given: Given,
): { readonly grants?: readonly DirectGrant[]; readonly wrong: readonly Column[] } {
  const wrong: Column[] = []
  const direct = before?.grants.filter(({ source }) => source === 'direct') ?? []
  const held = direct.filter(({ scope }) => scope === null)
  const placed = direct.filter(({ scope }) => scope !== null)
  const roles = rolesOf(policy.access, held, given.roles, before)
  const instances = instancesOf(policy.access.scopedRoles, places, placed, given.instances)
  if (!roles) wrong.push('roles')
  if (!instances) wrong.push('instances')
  if (!roles || !instances) return { wrong }
  const grants = [...roles, ...instances]
  const same = before ? sameGrants(direct, grants) : grants.length === 0
  return same ? { wrong } : { grants, wrong }
}

/** Roles by id, or else by name; null when one is neither. Blank: those that everybody has. */
function rolesOf(
  { systemRoles, defaultRole }: AccessPolicy,
  held: readonly DirectGrant[],
  named: Given['roles'],
  before: User | null,
): readonly DirectGrant[] | null {
  if (named === undefined || (named === null && held.length === 0)) return held
  if (named === null || named.length === 0) {
    return before && defaultRole !== null ? [{ role: defaultRole, scope: null }] : []
  }
  const found = named.map((text) => {
    const own = held.find(({ role }) => role === text)?.role
    const known = systemRoles.find(({ id }) => id === text) ?? systemRoles.find(({ name }) => name === text)
    return own ?? known?.id
  })
  return found.every((role) => role !== undefined) ? found.map((role) => ({ role, scope: null })) : null
}

/** Instances by id, with the role where there are several, or all that are default; null when one is none of these. */
function instancesOf(
  roles: AccessPolicy['scopedRoles'],
  places: Reading['places'],
  placed: readonly DirectGrant[],
  named: Given['instances'],
): readonly DirectGrant[] | null {
  if (named === undefined) return placed
  const found = (named ?? []).flatMap((text): readonly (DirectGrant | null)[] => {
    if (text === DEFAULT_INSTANCES) {
      const held = new Set(roles.map(({ resourceType }) => resourceType))
      const defaults = [...places].filter(([, { type, isDefault }]) => isDefault && held.has(type))
      return defaults.map(([scope, { type }]) => granted(roles, scope, type, soleRoleOf(type, roles)))
    }
    const own = placed.find((grant) => instanceOf(grant, roles) === text)
    if (own) return [{ role: own.role, scope: own.scope }]
    const [id = '', role] = text.split(BEFORE_ROLE)
    const place = places.get(id)
    return [place ? granted(roles, id, place.type, role ?? soleRoleOf(place.type, roles)) : null]
  })
  return found.every((grant) => grant !== null) ? found : null
}

function granted(
  roles: AccessPolicy['scopedRoles'],
  scope: string,
  type: string,
  role: string | null,
): DirectGrant | null {
  return roles.some(({ id, resourceType }) => id === role && resourceType === type) ? { role: role ?? '', scope } : null
}

function sameGrants(before: readonly DirectGrant[], after: readonly DirectGrant[]): boolean {
  const keys = (grants: readonly DirectGrant[]) => new Set(grants.map(({ role, scope }) => `${role} ${scope ?? ''}`))
  const [old, next] = [keys(before), keys(after)]
  return old.size === next.size && [...old].every((key) => next.has(key))
}
