/** Rights Rollcall itself asks for; a host adds its own names beside them. */
export const RIGHTS = [
  'users.read',
  'users.readFailedSignIns',
  'users.create',
  'users.import',
  'users.edit',
  'users.disable',
  'users.reactivate',
  'users.delete',
  'users.welcome',
  'invitations.send',
  'invitations.revoke',
  'access.readRoles',
  'access.assign',
  'lockout.unlock',
  'passwords.issue',
  'passwords.set',
  'passwords.sendResetLink',
  'sessions.revoke',
  'impersonation.start',
  'apiTokens.manage',
  'groups.read',
  'groups.manage',
  'resources.manage',
  'resources.watch',
  'settings.edit',
  'audit.read',
  'system.readHealth',
] as const
export type Right = (typeof RIGHTS)[number]

/**
 * How the caller must stand to the target: `right` holding the right suffices, `covers` every role of the target is one
 * the caller holds or may grant, `outranks` strictly higher rank and a strict superset of what system roles give.
 */
export type Relation = 'right' | 'covers' | 'outranks'

/** What may be done to a user; the same names stand in `actions` of every user on the wire. */
export const ACTIONS = [
  'view',
  'viewFailedSignIns',
  'viewAudit',
  'edit',
  'assign',
  'enable',
  'disable',
  'reactivate',
  'messageOnReactivate',
  'delete',
  'issueTemporaryPassword',
  'setPassword',
  'sendResetLink',
  'viewSessions',
  'revokeSessions',
  'impersonate',
  'viewTokens',
  'createToken',
  'revokeToken',
  'resend',
  'messageOnResend',
  'revoke',
  'sendWelcome',
  'unlock',
  'messageOnUnlock',
  'messageOnInvite',
] as const
export type Action = (typeof ACTIONS)[number]

export interface ActionRule {
  readonly right: Right
  readonly relation: Relation
  /** Refused for people guarded against deletion. */
  readonly notProtected?: true
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
  /** Resource type → the scoped role its holders have on every resource of it, existing and future; never an owner role. */
  readonly reach?: Readonly<Record<string, string>>
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

/** A right of the host's own. */
export interface RightInfo {
  readonly id: string
  readonly name: string
  readonly description: string
}

export type Visibility = 'self' | 'resource' | 'organization' | 'all'

export interface AccessPolicy {
  readonly systemRoles: readonly SystemRole[]
  readonly scopedRoles: readonly ScopedRole[]
  /** Whether a person holds exactly one system role, or any number of them. */
  readonly systemRolesPerUser: 'one' | 'many'
  /** The system role of people who are given none; null: they have none. */
  readonly defaultRole: string | null
  /** What the host's own rights are called in the roles matrix; Rollcall's are worded by the kit. */
  readonly rights: readonly RightInfo[]
  /** Holders of these, registered and enabled, are administrators: the last one cannot be removed. */
  readonly administrators: readonly string[]
  /** Resource type → the scoped role whose holders own a resource; a resource without one is reported. */
  readonly ownerRoles: Readonly<Record<string, string>>
  readonly actions: Readonly<Record<Action, ActionRule>>
}

export type GrantSource = 'direct' | 'group' | 'import' | 'provider'

/** A role given to a user, on the whole product (`scope` null) or on one resource. */
export interface Grant {
  readonly role: string
  readonly scope: string | null
  readonly source: GrantSource
  /** The group it is inherited from; with source `group`, which storage derives and never stores. */
  readonly group?: string
}

/** A resource as decisions see it. */
export interface Place {
  readonly type: string
  readonly id: string
}
