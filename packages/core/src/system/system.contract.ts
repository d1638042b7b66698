import * as z from 'zod/mini'
import { endpoint } from '../kernel/endpoint.ts'
import { id, instant } from '../kernel/wire.ts'
import { PASSWORD_CLASSES } from '../passwords/password.rules.ts'
import { PROFILE_FIELDS } from '../users/user.rules.ts'
import { INVITATION_ASKS, ONBOARDINGS } from './policy.rules.ts'

/** A role as forms and badges need it. */
const role = z.object({
  id,
  name: z.string(),
  description: z.string(),
  /** Null for system roles. */
  resourceType: z.nullable(z.string()),
  /** Null for scoped roles. */
  rank: z.nullable(z.number()),
  /** Whether the caller may give it on the whole product (system) or everywhere (scoped). */
  mayGrant: z.boolean(),
})

export const systemContract = {
  getPolicy: endpoint({
    method: 'GET',
    path: '/policy',
    summary: 'What forms need to know; more when signed in',
    caller: 'anyone',
    input: z.strictObject({}),
    output: z.object({
      identifier: z.enum(['email', 'username', 'either']),
      /** Whether people may change their own address. */
      emailChange: z.boolean(),
      /** `email-first` asks `signIn.identify` before it asks for a password. */
      signIn: z.object({
        steps: z.enum(['together', 'email-first']),
        /** Those that are offered to everybody. */
        providers: z.array(z.object({ id, name: z.string(), startUrl: z.string() })),
      }),
      password: z.object({
        minLength: z.int(),
        maxLength: z.int(),
        minStrength: z.int(),
        requires: z.array(z.enum(PASSWORD_CLASSES)),
        edgeSpaces: z.boolean(),
        history: z.int(),
        maxAgeDays: z.nullable(z.number()),
        setByAdministrators: z.boolean(),
      }),
      reset: z.object({ lifetimeHours: z.number(), codeMinutes: z.number() }),
      apiTokens: z.object({ perUser: z.int(), lifetimeDays: z.number() }),
      languages: z.array(z.string()),
      /** Fields the registration form shows; true when required. */
      registrationFields: z.partialRecord(z.enum(PROFILE_FIELDS), z.boolean()),
      /** Null for visitors. */
      administration: z.nullable(
        z.object({
          roles: z.array(role),
          /** How people begin here. */
          onboarding: z.array(z.enum(ONBOARDINGS)),
          /** Fields of a profile administrators fill in; true when required of whoever creates somebody. */
          creationFields: z.partialRecord(z.enum(PROFILE_FIELDS), z.boolean()),
          /** Null: nobody has a user name. */
          username: z.nullable(z.object({ format: z.enum(['text', 'email']) })),
          protectedByDefault: z.boolean(),
          /** What people begin with. */
          timeZone: z.string(),
          /** Where people may sign in instead of with a password here. */
          providers: z.array(z.object({ id: z.string(), name: z.string() })),
          /** Null: there is no welcome mail. */
          welcome: z.nullable(z.object({ lifetimeHours: z.number() })),
          /** Resource type → the type of what contains it. */
          containers: z.record(z.string(), z.string()),
          /** The host's own fields. */
          attributes: z.array(
            z.object({
              key: z.string(),
              label: z.string(),
              type: z.enum(['text', 'number', 'boolean', 'date']),
              choices: z.nullable(z.array(z.string())),
              screen: z.enum(['hidden', 'read-only', 'editable']),
            }),
          ),
          invitation: z.object({ asks: z.array(z.enum(INVITATION_ASKS)), lifetimeHours: z.number() }),
          temporaryPassword: z.object({ lifetimeHours: z.number(), channels: z.array(z.string()) }),
          reset: z.object({ carriesTemporaryPassword: z.boolean() }),
          lockout: z.object({ threshold: z.int(), opensAfterMinutes: z.nullable(z.number()) }),
          /** Null: nobody acts as somebody else. */
          impersonation: z.nullable(z.object({ minutes: z.number() })),
          /** Null: nobody ever becomes dormant. */
          dormantAfterDays: z.nullable(z.number()),
          systemRolesPerUser: z.enum(['one', 'many']),
          /** The system role of people who are given none. */
          defaultRole: z.nullable(id),
        }),
      ),
    }),
    refuses: [],
  }),
  getHealth: endpoint({
    method: 'GET',
    path: '/health',
    summary: 'Whether Rollcall works; details with the right to them',
    caller: 'anyone',
    input: z.strictObject({}),
    output: z.object({
      status: z.enum(['up', 'degraded']),
      details: z.nullable(
        z.object({
          mailsDue: z.int(),
          oldestMailDueAt: z.nullable(instant),
          mailsFailed: z.int(),
          auditUnsealed: z.int(),
        }),
      ),
    }),
    refuses: [],
  }),
}
