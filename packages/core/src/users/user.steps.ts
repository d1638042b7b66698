import type { CompiledAccess } from '../access/power.rules.ts'
import { type KnownActor, subjectOf, targetOf, type UserActor } from '../kernel/actor.ts'
import { isoOf } from '../kernel/instant.ts'
import { refuse } from '../kernel/refusals.ts'
import { isLocked, lockOpensAt } from '../lockout/lockout.rules.ts'
import type { Stores } from '../ports/storage.ts'
import type { Policy } from '../system/policy.rules.ts'
import { identifierKey, isIdentifierOf } from './identifier.rules.ts'
import { nameOf, PROFILE_FIELDS, statusOf, type User, type UserRecord } from './user.rules.ts'
import { actionsFor } from './user-actions.rules.ts'

/** Refuses when the person moved since they were read, so that no decision rests on an old state. */
export async function requireUnchanged(tx: Stores, user: User): Promise<void> {
  const now = await tx.users.find(user.id)
  if (!now) return refuse('not-found')
  if (now.version !== user.version) refuse('changed-meanwhile')
}

/** Whoever signs in with what was typed; null when nobody does. */
export async function findByIdentifier(stores: Stores, policy: Policy, typed: string): Promise<UserRecord | null> {
  const key = identifierKey(typed)
  const user = await stores.users.findByKey(key)
  return user && isIdentifierOf(user, key, policy.identifier) ? user : null
}

function ownFields(user: User) {
  return {
    id: user.id,
    email: user.email,
    username: user.username,
    name: nameOf(user),
    firstName: user.firstName,
    lastName: user.lastName,
    displayName: user.displayName,
    jobTitle: user.jobTitle,
    phone: user.phone,
    language: user.language,
    timeZone: user.timeZone,
    organization: user.organization,
    authentication: { kind: user.authentication.kind, provider: user.authentication.provider },
    muteNotifications: user.muteNotifications,
    version: user.version,
    grants: user.grants.map(({ role, scope, source }) => ({ role, scope, source })),
  }
}

/** A user as lists show it: fields, status with its facts, and what this caller may do to them. */
export function presentUser(
  { policy, access }: { readonly policy: Policy; readonly access: CompiledAccess },
  actor: KnownActor,
  user: UserRecord,
  now: number,
) {
  const status = statusOf(user, policy, now)
  const { lockedAt, invitationExpiresAt, lastSignInAt, lastSeenAt } = user.state
  const locked = isLocked(lockedAt, policy.lockout, now) ? lockedAt : null
  const facts = { status, registered: user.registeredAt !== null, enabled: user.enabled }
  return {
    ...ownFields(user),
    enabled: user.enabled,
    protected: user.protected,
    createdAt: isoOf(user.createdAt),
    invitedAt: isoOf(user.invitedAt),
    registeredAt: isoOf(user.registeredAt),
    lastSignInAt: isoOf(lastSignInAt),
    lastSeenAt: isoOf(lastSeenAt),
    status,
    lockedAt: isoOf(locked),
    lockOpensAt: locked === null ? null : isoOf(lockOpensAt(locked, policy.lockout)),
    invitationExpiresAt: isoOf(invitationExpiresAt),
    actions: actor.kind === 'system' ? {} : actionsFor(access, subjectOf(actor), targetOf(user), facts),
  }
}

/** Oneself: the profile, what one may do, which fields one may edit. */
export function presentMe(
  { policy, access }: { readonly policy: Policy; readonly access: CompiledAccess },
  actor: UserActor,
  user: User,
) {
  const { power } = actor.effective
  const scopes = [...power.scopes].map(([scope, { rights }]) => [scope, access.rightNames(rights)] as const)
  const editable = PROFILE_FIELDS.map((field) => [field, isOwnersToEdit(policy, field)] as const)
  return {
    ...ownFields(user),
    rights: access.rightNames(power.rights),
    scopedRights: Object.fromEntries(scopes),
    restricted: actor.session.restricted,
    fields: Object.fromEntries(editable) as Record<(typeof PROFILE_FIELDS)[number], boolean>,
  }
}

/** Whether people change that field of their own profile. */
export function isOwnersToEdit(policy: Policy, field: (typeof PROFILE_FIELDS)[number]): boolean {
  const { editableBy } = policy.fields[field]
  return editableBy === 'owner' || editableBy === 'both'
}
