import * as z from 'zod/mini'
import { ACTIONS } from '../access/access-policy.rules.ts'
import { endpoint } from '../kernel/endpoint.ts'
import { REASONS } from '../kernel/refusals.ts'
import { id, instant, line, version } from '../kernel/wire.ts'
import { emailProblem, isLanguage, isTimeZone } from './identifier.rules.ts'
import { PROFILE_FIELDS, STATUSES } from './user.rules.ts'

/** An email address as somebody typed it. */
const email = z.string().check(
  z.trim(),
  z.superRefine((text, context) => {
    const problem = emailProblem(text)
    if (problem) context.addIssue({ code: 'custom', message: problem, input: text })
  }),
)

export const language = line({ max: 35, min: 1 }).check(z.refine(isLanguage, { error: 'not-a-language' }))
const timeZone = line({ max: 64, min: 1 }).check(z.refine(isTimeZone, { error: 'not-a-time-zone' }))

/** A role given to somebody, on the whole product (`scope` null) or on one resource. */
export const grant = z.strictObject({ role: id, scope: z.nullable(id) })

/** The editable part of a profile; absent fields stay. */
export const profile = {
  firstName: z.optional(z.nullable(line({ max: 100 }))),
  lastName: z.optional(z.nullable(line({ max: 100 }))),
  displayName: z.optional(z.nullable(line({ max: 200 }))),
  jobTitle: z.optional(z.nullable(line({ max: 100 }))),
  phone: z.optional(z.nullable(line({ max: 32 }).check(z.regex(/^(\+?[0-9][0-9 ()./-]{3,})?$/, { error: 'invalid' })))),
  language: z.optional(language),
  timeZone: z.optional(timeZone),
  muteNotifications: z.optional(z.boolean()),
}

/** True when allowed, else the reason; absent when it makes no sense now. */
const verdict = z.union([z.literal(true), z.enum(REASONS)])

const ownFields = {
  id,
  email: z.string(),
  username: z.nullable(z.string()),
  /** What the person is called on screen. */
  name: z.string(),
  firstName: z.nullable(z.string()),
  lastName: z.nullable(z.string()),
  displayName: z.nullable(z.string()),
  jobTitle: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  language: z.string(),
  timeZone: z.string(),
  organization: z.nullable(z.string()),
  authentication: z.object({ kind: z.enum(['internal', 'external']), provider: z.nullable(z.string()) }),
  muteNotifications: z.boolean(),
  version: z.int(),
  grants: z.array(
    z.object({ role: id, scope: z.nullable(id), source: z.enum(['direct', 'group', 'import', 'provider']) }),
  ),
}

/** A user as lists show it: fields, status with the facts behind it, and what the caller may do to them. */
export const user = z.object({
  ...ownFields,
  enabled: z.boolean(),
  protected: z.boolean(),
  createdAt: instant,
  invitedAt: z.nullable(instant),
  registeredAt: z.nullable(instant),
  lastSignInAt: z.nullable(instant),
  lastSeenAt: z.nullable(instant),
  status: z.enum(STATUSES),
  lockedAt: z.nullable(instant),
  /** When the lock opens by itself; null when it does not. */
  lockOpensAt: z.nullable(instant),
  invitationExpiresAt: z.nullable(instant),
  actions: z.partialRecord(z.enum(ACTIONS), verdict),
})

/** A resource as lists and details name it. */
export const resource = z.object({ id, type: z.string(), name: z.string() })

/** A user as the details page shows it. */
const userDetails = z.extend(user, {
  /** The resources their roles are held on, as far as the host has registered them. */
  resources: z.array(resource),
  /** Fields an administrator may edit on this person; absent ones are not the caller's to change. */
  fields: z.record(z.enum(PROFILE_FIELDS), z.boolean()),
  /** How a temporary password can reach this person: `screen`, `mail`, or a channel of the host's. */
  passwordChannels: z.array(z.string()),
  /** The live or expired invitation of somebody who has not registered. */
  invitation: z.nullable(
    z.object({
      sentAt: instant,
      expiresAt: instant,
      sends: z.int(),
      sender: z.nullable(z.object({ id, name: z.string() })),
      /** What became of the mail; null when that was forgotten. */
      delivery: z.nullable(
        z.object({
          state: z.enum(['waiting', 'retrying', 'delivered', 'failed', 'expired']),
          attempts: z.int(),
          at: instant,
          error: z.nullable(z.string()),
        }),
      ),
    }),
  ),
})

/** Oneself: the profile, what one may do, which fields one may edit. */
const me = z.object({
  ...ownFields,
  /** Rights held on the whole product. */
  rights: z.array(z.string()),
  /** Rights held on single resources. */
  scopedRights: z.record(z.string(), z.array(z.string())),
  /** The session must change its password before anything else. */
  restricted: z.boolean(),
  /** Until when sensitive acts on oneself need no new confirmation; null when one is due. */
  confirmedUntil: z.nullable(instant),
  /** The resources one holds roles on, as far as the host has registered them. */
  resources: z.array(resource),
  /** Whether the policy lets people delete themselves. */
  mayDelete: z.boolean(),
  fields: z.record(z.enum(PROFILE_FIELDS), z.boolean()),
})

/** What lists and counts narrow by; absent or empty means all. */
const filter = {
  /** Looked for in name, user name and email. */
  q: z.optional(line({ max: 200 })),
  status: z.optional(z.array(z.enum(STATUSES))),
  role: z.optional(z.array(id)),
  organization: z.optional(z.array(line({ max: 253 }))),
  resource: z.optional(z.array(id)),
  authentication: z.optional(z.enum(['internal', 'external'])),
  enabled: z.optional(z.boolean()),
  lastSignInBefore: z.optional(instant),
}

const SORT_NAMES = ['name', 'email', 'username', 'createdAt', 'lastSignInAt', 'organization', 'role', 'status'] as const

/** A sort, descending with a leading minus. */
const sort = z.templateLiteral([z.enum(['', '-']), z.enum(SORT_NAMES)])

export const usersContract = {
  listUsers: endpoint({
    method: 'GET',
    path: '/users',
    summary: 'List the users one may see, a page at a time',
    caller: 'signed-in',
    input: z.strictObject({
      ...filter,
      sort: z.optional(sort),
      limit: z.optional(z.union([z.literal(50), z.literal(100), z.literal(200)])),
      cursor: z.optional(z.string().check(z.maxLength(2_000, { error: 'too-long' }))),
    }),
    output: z.object({
      items: z.array(user),
      /** The registered resources that roles on this page are held on. */
      resources: z.array(resource),
      nextCursor: z.nullable(z.string()),
      previousCursor: z.nullable(z.string()),
    }),
    refuses: ['not-allowed'],
  }),
  countUsers: endpoint({
    method: 'GET',
    path: '/users/count',
    summary: 'Count the users one may see, exactly up to 10,000',
    caller: 'signed-in',
    input: z.strictObject(filter),
    output: z.union([z.object({ exactly: z.int() }), z.object({ atLeast: z.int() })]),
    refuses: ['not-allowed'],
  }),
  getUser: endpoint({
    method: 'GET',
    path: '/users/:userId',
    summary: 'Everything the details page shows about one user',
    caller: 'signed-in',
    input: z.strictObject({ userId: id }),
    output: userDetails,
    refuses: ['not-found'],
  }),
  findUser: endpoint({
    method: 'POST',
    path: '/users/find',
    summary: 'Find a registered person by their exact address, to give them a role on a resource one manages',
    caller: 'signed-in',
    input: z.strictObject({ email, resource: id }),
    output: z.object({ id, name: z.string(), email: z.string(), version: z.int() }),
    refuses: ['not-allowed', 'not-found'],
  }),
  editUser: endpoint({
    method: 'PATCH',
    path: '/users/:userId',
    summary: 'Change the profile of a user',
    caller: 'signed-in',
    input: z.strictObject({ userId: id, ...profile, version }),
    output: userDetails,
    refuses: ['not-found', 'not-allowed', 'changed-meanwhile'],
    versioned: true,
  }),
  enableUser: endpoint({
    method: 'POST',
    path: '/users/:userId/enable',
    summary: 'Let a deactivated user in again',
    caller: 'signed-in',
    input: z.strictObject({ userId: id, version }),
    output: user,
    refuses: ['not-found', 'not-allowed', 'changed-meanwhile', 'already-done'],
    versioned: true,
  }),
  disableUser: endpoint({
    method: 'POST',
    path: '/users/:userId/disable',
    summary: 'Deactivate a user; sessions and tokens end, nothing is lost',
    caller: 'signed-in',
    input: z.strictObject({ userId: id, version }),
    output: user,
    refuses: ['not-found', 'not-allowed', 'changed-meanwhile', 'already-done'],
    versioned: true,
  }),
  getDeletionImpact: endpoint({
    method: 'GET',
    path: '/users/:userId/deletion-impact',
    summary: 'What would go with a user, and what would be left without an owner',
    caller: 'signed-in',
    input: z.strictObject({ userId: id }),
    output: z.object({
      grants: z.int(),
      tokens: z.int(),
      sessions: z.int(),
      /** Resources that would have no owner any more. */
      ownerless: z.array(resource),
      /** How many people would be told of that by mail. */
      told: z.int(),
      /** Whether the caller may deactivate instead, which loses nothing; else the reason. */
      disable: verdict,
    }),
    refuses: ['not-found', 'not-allowed'],
  }),
  deleteUser: endpoint({
    method: 'DELETE',
    path: '/users/:userId',
    summary: 'Delete a user for good',
    caller: 'signed-in',
    input: z.strictObject({ userId: id, version }),
    output: z.object({}),
    refuses: ['not-found', 'not-allowed', 'changed-meanwhile'],
    versioned: true,
  }),
  deleteMe: endpoint({
    method: 'DELETE',
    path: '/me',
    summary: 'Delete oneself for good, where the policy allows',
    caller: 'signed-in',
    input: z.strictObject({}),
    output: z.object({}),
    refuses: ['not-allowed'],
    session: 'closes',
    personal: true,
    confirmed: true,
  }),
  getMe: endpoint({
    method: 'GET',
    path: '/me',
    summary: 'Oneself, with the rights one holds',
    caller: 'restricted',
    input: z.strictObject({}),
    output: me,
    refuses: [],
  }),
  editMe: endpoint({
    method: 'PATCH',
    path: '/me',
    summary: 'Change one’s own profile',
    caller: 'signed-in',
    input: z.strictObject({ ...profile, version }),
    output: me,
    refuses: ['not-allowed', 'changed-meanwhile'],
    versioned: true,
    personal: true,
  }),
}
