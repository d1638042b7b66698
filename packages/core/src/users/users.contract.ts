import * as z from 'zod/mini'
import { ACTIONS } from '../access/access-policy.rules.ts'
import { endpoint } from '../kernel/endpoint.ts'
import { REASONS } from '../kernel/refusals.ts'
import { id, instant, line, version } from '../kernel/wire.ts'
import { emailProblem, isLanguage, isTimeZone } from './identifier.rules.ts'
import { PROFILE_FIELDS, STATUSES } from './user.rules.ts'

/** An email address as somebody typed it. */
export const email = z.string().check(
  z.trim(),
  z.superRefine((text, context) => {
    const problem = emailProblem(text)
    if (problem) context.addIssue({ code: 'custom', message: problem, input: text })
  }),
)

export const language = line({ max: 35, min: 1 }).check(z.refine(isLanguage, { error: 'not-a-language' }))
export const timeZone = line({ max: 64, min: 1 }).check(z.refine(isTimeZone, { error: 'not-a-time-zone' }))

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

/** A user as the details page shows it. */
export const userDetails = z.extend(user, {
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
export const me = z.object({
  ...ownFields,
  /** Rights held on the whole product. */
  rights: z.array(z.string()),
  /** Rights held on single resources. */
  scopedRights: z.record(z.string(), z.array(z.string())),
  /** The session must change its password before anything else. */
  restricted: z.boolean(),
  fields: z.record(z.enum(PROFILE_FIELDS), z.boolean()),
})

/** What lists and counts narrow by; absent or empty means all. */
export const filter = {
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
export const sort = z.templateLiteral([z.enum(['', '-']), z.enum(SORT_NAMES)])

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
  }),
}
