import type { AccessPolicy, Grant, ScopedRole, SystemRole, Visibility } from './access-policy.rules.ts'

/** A set of small numbers as 32-bit words; rights and roles are numbered once per policy. */
export type Bits = readonly number[]

export const EMPTY: Bits = []

/** Everything a set of grants amounts to. Compute it once per request and person, then ask. */
export interface Power {
  /** Of the highest system role; -1 without any. */
  readonly rank: number
  readonly rights: Bits
  readonly roles: Bits
  readonly grantable: Bits
  readonly visibility: Visibility
  /** Resource → what is held there. */
  readonly scopes: ReadonlyMap<string, Held>
  /** Resource type → what is held on every resource of it. */
  readonly reach: ReadonlyMap<string, Held>
  /** The rights of all of these: what is not among them is held on no resource. */
  readonly anywhere: Bits
}

/** What roles amount to in one place. */
export interface Held {
  readonly rights: Bits
  readonly roles: Bits
  readonly grantable: Bits
}

/** A policy with its roles and rights numbered, so that decisions are a few bit operations. */
export interface CompiledAccess {
  readonly policy: AccessPolicy
  /** Whether the set holds the right of that name; false for unknown names. */
  right(bits: Bits, name: string): boolean
  /** Whether the set holds the role of that name; false for unknown names. */
  role(bits: Bits, name: string): boolean
  /** Whether that role is held on a resource rather than on the whole product. */
  isScoped(role: string): boolean
  /** The type of resource a scoped role is held on; undefined for system roles. */
  typeOf(role: string): string | undefined
  /** What one role, held alone, amounts to. */
  powerOfRole(role: string): Power | undefined
  /** Names of the rights in the set. */
  rightNames(bits: Bits): string[]
}

const NOWHERE: ReadonlyMap<string, Held> = new Map()
const POWERLESS: Power = {
  rank: -1,
  rights: EMPTY,
  roles: EMPTY,
  grantable: EMPTY,
  visibility: 'self',
  scopes: NOWHERE,
  reach: NOWHERE,
  anywhere: EMPTY,
}
const WIDTH: readonly Visibility[] = ['self', 'resource', 'organization', 'all']

/** Numbers a policy's roles and rights. Unknown names in `mayGrant` are left out; `policyProblems` reports them. */
export function compileAccess(policy: AccessPolicy): CompiledAccess {
  const roles = numbered([...policy.systemRoles, ...policy.scopedRoles].map((role) => role.id))
  const rights = numbered([...policy.systemRoles, ...policy.scopedRoles].flatMap((role) => role.rights))
  const powers = new Map<string, Power>()
  const heldAs = (role: SystemRole | ScopedRole): Held => ({
    rights: setOf(rights, role.rights),
    roles: setOf(roles, [role.id]),
    grantable: setOf(roles, role.mayGrant),
  })
  for (const role of policy.scopedRoles) {
    const held = heldAs(role)
    powers.set(role.id, { ...POWERLESS, ...held, anywhere: held.rights })
  }
  for (const role of policy.systemRoles) {
    const reach = Object.entries(role.reach ?? {}).flatMap(([type, id]) => {
      const held = powers.get(id)
      return held ? [[type, held] as const] : []
    })
    const own = heldAs(role)
    powers.set(role.id, {
      ...own,
      rank: role.rank,
      visibility: role.visibility,
      scopes: NOWHERE,
      reach: reach.length > 0 ? new Map(reach) : NOWHERE,
      anywhere: reach.reduce((rights, [, held]) => union(rights, held.rights), own.rights),
    })
  }
  const types = new Map(policy.scopedRoles.map((role) => [role.id, role.resourceType]))
  return {
    policy,
    right: (bits, name) => has(bits, rights.get(name)),
    role: (bits, name) => has(bits, roles.get(name)),
    isScoped: (role) => types.has(role),
    typeOf: (role) => types.get(role),
    powerOfRole: (role) => powers.get(role),
    rightNames: (bits) => [...rights].filter(([, index]) => has(bits, index)).map(([name]) => name),
  }
}

/** What these grants amount to together. Roles the policy no longer has count for nothing. */
export function powerOf(access: CompiledAccess, grants: readonly Grant[]): Power {
  const power = systemPowerOf(access, grants)
  let anywhere = power.anywhere
  let scopes: Map<string, Held> | undefined
  for (const { role, scope } of grants) {
    const added = scope !== null && access.isScoped(role) ? access.powerOfRole(role) : undefined
    if (scope === null || !added) continue
    scopes ??= new Map()
    const there = scopes.get(scope)
    scopes.set(scope, there ? unite(there, added) : added)
    anywhere = union(added.rights, anywhere)
  }
  if (!scopes) return power
  return { ...power, scopes, anywhere }
}

/** What the system roles among these grants amount to: all that comparing ranks takes, at a fraction of the price. */
export function systemPowerOf(access: CompiledAccess, grants: readonly Grant[]): Power {
  let power = POWERLESS
  for (const { role, scope } of grants) {
    const added = scope === null ? systemPower(access, role) : undefined
    if (added) power = together(power, added)
  }
  return power
}

function systemPower(access: CompiledAccess, role: string): Power | undefined {
  return access.isScoped(role) ? undefined : access.powerOfRole(role)
}

function together(a: Power, b: Power): Power {
  if (a === POWERLESS) return b
  return {
    ...unite(a, b),
    rank: Math.max(a.rank, b.rank),
    visibility: wider(a.visibility, b.visibility),
    scopes: NOWHERE,
    reach: b.reach.size === 0 ? a.reach : merged(a.reach, b.reach),
    anywhere: union(a.anywhere, b.anywhere),
  }
}

function merged(a: Power['reach'], b: Power['reach']): Power['reach'] {
  const all = new Map(a)
  for (const [type, held] of b) {
    const there = all.get(type)
    all.set(type, there ? unite(there, held) : held)
  }
  return all
}

function unite(a: Held, b: Held): Held {
  return {
    rights: union(a.rights, b.rights),
    roles: union(a.roles, b.roles),
    grantable: union(a.grantable, b.grantable),
  }
}

/** Everything `inner` gives on the whole product, `outer` gives as well: rights, roles to grant, sight and reach. */
export function contains(outer: Power, inner: Power): boolean {
  return (
    includes(outer.rights, inner.rights) &&
    includes(outer.grantable, inner.grantable) &&
    wider(outer.visibility, inner.visibility) === outer.visibility &&
    [...inner.reach].every(([type, held]) => {
      const own = outer.reach.get(type)
      return own !== undefined && includes(own.rights, held.rights) && includes(own.grantable, held.grantable)
    })
  )
}

function wider(a: Visibility, b: Visibility): Visibility {
  return WIDTH.indexOf(a) >= WIDTH.indexOf(b) ? a : b
}

/** Whether every member of `inner` is in `outer`. */
export function includes(outer: Bits, inner: Bits): boolean {
  for (let word = 0; word < inner.length; word += 1) {
    if (((inner[word] ?? 0) & ~(outer[word] ?? 0)) !== 0) return false
  }
  return true
}

function numbered(names: readonly string[]): Map<string, number> {
  return new Map([...new Set(names)].map((name, index) => [name, index]))
}

function setOf(numbers: ReadonlyMap<string, number>, names: readonly string[]): Bits {
  const bits = new Array<number>(Math.ceil(numbers.size / 32)).fill(0)
  for (const name of names) {
    const index = numbers.get(name)
    if (index !== undefined) bits[index >>> 5] = (bits[index >>> 5] ?? 0) | (1 << (index & 31))
  }
  return bits
}

function union(a: Bits, b: Bits): Bits {
  return a.map((word, index) => word | (b[index] ?? 0))
}

function has(bits: Bits, index: number | undefined): boolean {
  return index !== undefined && ((bits[index >>> 5] ?? 0) & (1 << (index & 31))) !== 0
}
