import * as z from 'zod/mini'
import { ACTIONS } from '../access/access-policy.rules.ts'
import { REASONS } from '../kernel/refusals.ts'
import { id, instant, line } from '../kernel/wire.ts'
import { ATTRIBUTE_KEY } from './attribute.rules.ts'
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

const attributeKey = z.string().check(z.regex(ATTRIBUTE_KEY, { error: 'unknown-key' }))

/** How somebody is to sign in. The provider may be left out where there is one only. */
export const authentication = z.strictObject({
  kind: z.enum(['internal', 'external']),
  provider: z.optional(z.nullable(id)),
})

/** What whoever administers people sets beside the profile; absent fields stay, or take the policy's defaults. */
export const account = {
  ...profile,
  /** Given once, never changed. */
  username: z.optional(z.nullable(line({ max: 254 }))),
  externalId: z.optional(z.nullable(line({ max: 255 }))),
  organization: z.optional(z.nullable(line({ max: 253 }))),
  authentication: z.optional(authentication),
  enabled: z.optional(z.boolean()),
  protected: z.optional(z.boolean()),
  /** Key → value of the host's own fields; null takes one away. */
  attributes: z.optional(z.record(attributeKey, z.nullable(z.union([z.string(), z.number(), z.boolean()])))),
  /** Roles given directly, on the whole product and on resources: all of them. */
  grants: z.optional(z.array(grant).check(z.maxLength(1_000, { error: 'too-long' }))),
}

/** True when allowed, else the reason; absent when it makes no sense now. */
export const verdict = z.union([z.literal(true), z.enum(REASONS)])

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
    z.object({
      role: id,
      scope: z.nullable(id),
      source: z.enum(['direct', 'group', 'import', 'provider']),
      /** The group it is inherited from. */
      group: z.nullable(id),
    }),
  ),
}

/** A user as lists show it: fields, status with the facts behind it, and what the caller may do to them. */
export const user = z.object({
  ...ownFields,
  enabled: z.boolean(),
  protected: z.boolean(),
  externalId: z.nullable(z.string()),
  /** The host's own fields, as far as they are shown on screen. */
  attributes: z.record(z.string(), z.unknown()),
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

/** The same with its place. */
export const placedResource = z.extend(resource, {
  /** What contains it, such as an instance's app. */
  parent: z.nullable(z.object({ id, name: z.string() })),
})

/** A user as the details page shows it. */
export const userDetails = z.extend(user, {
  /** The resources their roles are held on, as far as the host has registered them. */
  resources: z.array(placedResource),
  /** Roles they hold on every resource of a type, existing and future, and the system role that gives it. */
  reach: z.array(z.object({ type: z.string(), role: id, through: id })),
  /** The groups they are in; empty for callers who may not read groups. */
  groups: z.array(z.object({ id, name: z.string(), by: z.enum(['hand', 'domain']) })),
  /** Fields an administrator may edit on this person; absent ones are not the caller's to change. */
  fields: z.record(z.enum([...PROFILE_FIELDS, 'email', 'username']), z.boolean()),
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
export const me = z.object({
  ...ownFields,
  /** Rights held on the whole product. */
  rights: z.array(z.string()),
  /** Rights held on single resources. */
  scopedRights: z.record(z.string(), z.array(z.string())),
  /** Rights held on every resource of a type. */
  reachedRights: z.record(z.string(), z.array(z.string())),
  /** Set while somebody else acts as this person: who, why, until when. */
  impersonation: z.nullable(z.object({ by: z.string(), reason: z.string(), endsAt: instant })),
  /** The session must change its password before anything else. */
  restricted: z.boolean(),
  /** Until when sensitive acts on oneself need no new confirmation; null when one is due. */
  confirmedUntil: z.nullable(instant),
  /** The resources one holds roles on, as far as the host has registered them. */
  resources: z.array(placedResource),
  /** Whether the policy lets people delete themselves. */
  /** Where they prove anew who they are; null: here, with the password. */
  provider: z.nullable(z.object({ id, name: z.string(), startUrl: z.string() })),
  mayDelete: z.boolean(),
  /** Whether the policy lets this person change their address. */
  mayChangeEmail: z.boolean(),
  fields: z.record(z.enum(PROFILE_FIELDS), z.boolean()),
})
