import type { Reason } from '../kernel/refusals.ts'
import type { Action, Grant, Place, Right } from './access-policy.rules.ts'
import { type CompiledAccess, contains, type Held, includes, type Power, systemPowerOf } from './power.rules.ts'

/** What a decision needs to know about the caller. */
export interface Subject {
  readonly id: string
  readonly organization: string | null
  readonly power: Power
  readonly impersonating: boolean
}

/** What a decision needs to know about the person acted on; `id` null is somebody about to be invited. */
export interface Target {
  readonly id: string | null
  readonly organization: string | null
  readonly grants: readonly Grant[]
  readonly singleSignOn: boolean
  /** Guarded against deletion. */
  readonly protected: boolean
}

/** Null when allowed, else the reason. */
export type Decision = Reason | null

/**
 * The one question behind every button, call and row: may this caller do that to this person? Visibility is asked
 * before, by `sees`: people outside are not found rather than refused.
 */
export function decide(access: CompiledAccess, subject: Subject, action: Action, target: Target): Decision {
  const rule = access.policy.actions[action]
  if (rule.notImpersonating && subject.impersonating) return 'impersonating'
  if (!hasRightOver(access, subject.power, rule.right, target)) return 'no-right'
  if (rule.notSelf && subject.id === target.id) return 'self'
  if (rule.notProtected && target.protected) return 'protected'
  if (rule.notSingleSignOn && target.singleSignOn) return 'single-sign-on'
  if (rule.relation === 'right') return null
  if (rule.relation === 'covers') return covers(access, subject.power, target) ? null : 'not-covered'
  return outranks(subject.power, systemPowerOf(access, target.grants)) ? null : 'not-outranked'
}

/** Whether the right is held on the whole product or, given a resource, there: by a role on it or by reach. */
export function hasRight(access: CompiledAccess, power: Power, right: string, place?: Place): boolean {
  if (access.right(power.rights, right)) return true
  return place !== undefined && isHeldAt(power, place, ({ rights }) => access.right(rights, right))
}

/** Whether it is among what is held on one resource, by roles on it or by reach. */
function isHeldAt(power: Power, { type, id }: Place, isAmong: (held: Held) => boolean): boolean {
  const there = power.scopes.get(id)
  if (there !== undefined && isAmong(there)) return true
  const reached = power.reach.get(type)
  return reached !== undefined && isAmong(reached)
}

/** The resource a scoped grant is on; null for one on the whole product and for roles the policy no longer has. */
function placeOfGrant(access: CompiledAccess, { role, scope }: Pick<Grant, 'role' | 'scope'>): Place | null {
  if (scope === null) return null
  const type = access.typeOf(role)
  return type === undefined ? null : { type, id: scope }
}

/** Whether the right is held on the whole product or on a resource where the target holds a role. */
function hasRightOver(access: CompiledAccess, power: Power, right: string, target: Target): boolean {
  if (access.right(power.rights, right)) return true
  if (!access.right(power.anywhere, right)) return false
  return target.grants.some((grant) => hasRightAt(access, power, right, grant))
}

/** Every role of the target is one the caller holds or may grant. */
export function covers(access: CompiledAccess, power: Power, target: Pick<Target, 'grants'>): boolean {
  return target.grants.every((grant) => holds(access, power, grant) || mayGrant(access, power, grant))
}

/**
 * Strictly higher rank and a strict superset of system rights; and nothing else that system roles give, such as roles to
 * grant or sight, is the other's alone.
 */
export function outranks(power: Power, other: Power): boolean {
  return power.rank > other.rank && contains(power, other) && !includes(other.rights, power.rights)
}

/** Whether the caller may give or take this very role, there. */
export function mayGrant(access: CompiledAccess, power: Power, grant: Pick<Grant, 'role' | 'scope'>): boolean {
  const { role, scope } = grant
  if (access.isScoped(role) !== (scope !== null)) return false
  if (access.role(power.grantable, role)) return true
  const place = placeOfGrant(access, grant)
  return place !== null && isHeldAt(power, place, ({ grantable }) => access.role(grantable, role))
}

function holds(access: CompiledAccess, power: Power, grant: Grant): boolean {
  if (grant.scope === null) return access.role(power.roles, grant.role)
  const place = placeOfGrant(access, grant)
  return place !== null && isHeldAt(power, place, ({ roles }) => access.role(roles, grant.role))
}

/** The ceiling on every grant path: all that is given and all that is taken away must be grantable by the caller. */
export function mayChangeGrants(
  access: CompiledAccess,
  power: Power,
  before: readonly Grant[],
  after: readonly Grant[],
): boolean {
  const key = ({ role, scope }: Grant) => `${role}\n${scope ?? ''}`
  const old = new Set(before.map(key))
  const next = new Set(after.map(key))
  const changed = [...before.filter((g) => !next.has(key(g))), ...after.filter((g) => !old.has(key(g)))]
  return changed.every((grant) => mayGrant(access, power, grant))
}

/**
 * Whether the caller may invite with these grants: by right on the whole product, or by right on every resource the
 * invitation is for. The ceiling on the grants themselves is `mayChangeGrants`.
 */
export function mayInvite(access: CompiledAccess, power: Power, grants: readonly Grant[]): boolean {
  const right: Right = 'invitations.send'
  if (access.right(power.rights, right)) return true
  return grants.length > 0 && grants.every((grant) => hasRightAt(access, power, right, grant))
}

function hasRightAt(access: CompiledAccess, power: Power, right: string, grant: Grant): boolean {
  const place = placeOfGrant(access, grant)
  return place !== null && hasRight(access, power, right, place)
}

/**
 * Which part of the directory a caller sees, as a filter that storage applies to lists, counts and reads alike: all of
 * it, or oneself, the people of one's organization and those who hold a role on a resource one manages.
 */
export type Sight =
  | { readonly kind: 'all' }
  | {
      readonly kind: 'some'
      readonly self: string
      /** Null: nobody by organization. */
      readonly organization: string | null
      readonly scopes: readonly string[]
    }

/** The caller's sight. People of no organization see nobody else by organization. */
export function sightOf(access: CompiledAccess, subject: Subject): Sight {
  const { id: self, power } = subject
  if (power.visibility === 'all') return { kind: 'all' }
  const organization = power.visibility === 'organization' ? subject.organization : null
  const everywhere = power.visibility === 'resource' && access.right(power.rights, 'users.read')
  const managed = [...power.scopes].filter(([, { rights }]) => everywhere || access.right(rights, 'users.read'))
  const scopes = managed.map(([scope]) => scope)
  return { kind: 'some', self, organization, scopes }
}

/** Whether that person is inside the caller's sight; the same meaning as storage's filter. */
export function sees(sight: Sight, target: Pick<Target, 'organization' | 'grants'> & { readonly id: string }): boolean {
  if (sight.kind === 'all' || target.id === sight.self) return true
  if (sight.organization !== null && target.organization === sight.organization) return true
  return target.grants.some(({ scope }) => scope !== null && sight.scopes.includes(scope))
}
