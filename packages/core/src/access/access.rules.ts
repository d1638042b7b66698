import type { Reason } from '../kernel/refusals.ts'
import { type CompiledAccess, EMPTY, includes, type Power, powerOf } from './power.rules.ts'

/** Rights Rollcall itself asks for; a host adds its own names beside them. */
export const RIGHTS = [
  'users.read',
  'users.readFailedSignIns',
  'invitations.send',
  'invitations.revoke',
  'lockout.unlock',
  'system.readHealth',
] as const
export type Right = (typeof RIGHTS)[number]

/**
 * How the caller must stand to the target: `right` holding the right suffices, `covers` every role of the target is one
 * the caller holds or may grant, `outranks` strictly higher rank and a strict superset of system rights.
 */
export type Relation = 'right' | 'covers' | 'outranks'

/** What may be done to a user; the same names stand in `actions` of every user on the wire. */
export const ACTIONS = [
  'view',
  'viewFailedSignIns',
  'resend',
  'messageOnResend',
  'revoke',
  'unlock',
  'messageOnUnlock',
  'messageOnInvite',
] as const
export type Action = (typeof ACTIONS)[number]

export interface ActionRule {
  readonly right: Right
  readonly relation: Relation
  /** Refused towards oneself. */
  readonly notSelf?: true
  /** Refused for people who sign in through a provider. */
  readonly notSingleSignOn?: true
  /** Refused while acting as somebody else. */
  readonly notImpersonating?: true
}

/** A role held on the whole product. */
export interface SystemRole {
  readonly id: string
  readonly name: string
  readonly description: string
  /** Higher outranks lower; equal ranks do not outrank each other. */
  readonly rank: number
  readonly rights: readonly string[]
  /** Whom its holders see; the widest of all held roles counts. `resource` is people with a role where one manages. */
  readonly visibility: Visibility
  /** System and scoped roles its holders may give and take. */
  readonly mayGrant: readonly string[]
}

/** A role held on one resource of a type. */
export interface ScopedRole {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly resourceType: string
  readonly rights: readonly string[]
  /** Scoped roles its holders may give and take on the same resource. */
  readonly mayGrant: readonly string[]
}

export type Visibility = 'self' | 'resource' | 'organization' | 'all'

export interface AccessPolicy {
  readonly systemRoles: readonly SystemRole[]
  readonly scopedRoles: readonly ScopedRole[]
  /** Holders of these, registered and enabled, are administrators: the last one cannot be removed. */
  readonly administrators: readonly string[]
  readonly actions: Readonly<Record<Action, ActionRule>>
}

export type GrantSource = 'direct' | 'group' | 'import' | 'provider'

/** A role given to a user, on the whole product (`scope` null) or on one resource. */
export interface Grant {
  readonly role: string
  readonly scope: string | null
  readonly source: GrantSource
}

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
}

/** Null when allowed, else the reason. */
export type Decision = Reason | null

/**
 * The one question behind every button, call and row: may this caller do that to this person? Visibility is asked
 * before, by `sees`: people outside are not found rather than refused.
 */
export function decide(access: CompiledAccess, subject: Subject, action: Action, target: Target): Decision {
  const rule = access.policy.actions[action]
  if (!hasRightOver(access, subject.power, rule.right, target)) return 'no-right'
  if (rule.notImpersonating && subject.impersonating) return 'impersonating'
  if (rule.notSelf && subject.id === target.id) return 'self'
  if (rule.notSingleSignOn && target.singleSignOn) return 'single-sign-on'
  if (rule.relation === 'right') return null
  if (rule.relation === 'covers') return covers(access, subject.power, target) ? null : 'not-covered'
  return outranks(subject.power, powerOf(access, target.grants)) ? null : 'not-outranked'
}

/** Whether the right is held on the whole product or, given a scope, on that resource. */
export function hasRight(access: CompiledAccess, power: Power, right: string, scope?: string): boolean {
  if (access.right(power.rights, right)) return true
  return scope !== undefined && access.right(power.scopes.get(scope)?.rights ?? EMPTY, right)
}

/** Whether the right is held on the whole product or on a resource where the target holds a role. */
function hasRightOver(access: CompiledAccess, power: Power, right: string, target: Target): boolean {
  if (access.right(power.rights, right)) return true
  if (power.scopes.size === 0) return false
  return target.grants.some(({ scope }) => scope !== null && hasRight(access, power, right, scope))
}

/** Every role of the target is one the caller holds or may grant. */
export function covers(access: CompiledAccess, power: Power, target: Pick<Target, 'grants'>): boolean {
  return target.grants.every((grant) => holds(access, power, grant) || mayGrant(access, power, grant))
}

/** Strictly higher rank and a strict superset of system rights. */
export function outranks(power: Power, other: Power): boolean {
  return power.rank > other.rank && includes(power.rights, other.rights) && !includes(other.rights, power.rights)
}

/** Whether the caller may give or take this very role, there. */
export function mayGrant(access: CompiledAccess, power: Power, grant: Pick<Grant, 'role' | 'scope'>): boolean {
  const { role, scope } = grant
  if (access.isScoped(role) !== (scope !== null)) return false
  if (access.role(power.grantable, role)) return true
  return scope !== null && access.role(power.scopes.get(scope)?.grantable ?? EMPTY, role)
}

function holds(access: CompiledAccess, power: Power, { role, scope }: Grant): boolean {
  return access.role(scope === null ? power.roles : (power.scopes.get(scope)?.roles ?? EMPTY), role)
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
  return grants.length > 0 && grants.every(({ scope }) => scope !== null && hasRight(access, power, right, scope))
}

/** Which part of the directory a caller sees, as a filter that storage applies to lists, counts and reads alike. */
export type Sight =
  | { readonly kind: 'all' }
  | { readonly kind: 'organization'; readonly organization: string | null; readonly self: string }
  | { readonly kind: 'resources'; readonly scopes: readonly string[]; readonly self: string }

/** The caller's sight. People of no organization see nobody else by organization. */
export function sightOf(access: CompiledAccess, subject: Subject): Sight {
  const { id: self, organization, power } = subject
  if (power.visibility === 'all') return { kind: 'all' }
  if (power.visibility === 'organization') return { kind: 'organization', organization, self }
  const scopes = [...power.scopes.keys()].filter((scope) => hasRight(access, power, 'users.read', scope))
  return { kind: 'resources', scopes, self }
}

/** Whether that person is inside the caller's sight; the same meaning as storage's filter. */
export function sees(sight: Sight, target: Pick<Target, 'organization' | 'grants'> & { readonly id: string }): boolean {
  if (sight.kind === 'all' || target.id === sight.self) return true
  if (sight.kind === 'organization') return sight.organization !== null && target.organization === sight.organization
  return target.grants.some(({ scope }) => scope !== null && sight.scopes.includes(scope))
}
