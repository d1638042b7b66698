import * as z from 'zod/mini'
import { endpoint } from '../kernel/endpoint.ts'
import { REASONS, REFUSAL_CODES } from '../kernel/refusals.ts'
import { id, idempotencyKey, instant, line, message, token, version } from '../kernel/wire.ts'
import {
  account,
  authentication,
  email,
  me,
  placedResource,
  profile,
  resource,
  user,
  userDetails,
  verdict,
} from './user.contract.ts'
import { STATUSES } from './user.rules.ts'

/** What lists and counts narrow by; absent or empty means all. */
const filter = {
  /** Looked for in name, user name and email. */
  q: z.optional(line({ max: 200 })),
  status: z.optional(z.array(z.enum(STATUSES))),
  role: z.optional(z.array(id)),
  organization: z.optional(z.array(line({ max: 253 }))),
  resource: z.optional(z.array(id)),
  group: z.optional(z.array(id)),
  authentication: z.optional(z.enum(['internal', 'external'])),
  enabled: z.optional(z.boolean()),
  lastSignInBefore: z.optional(instant),
}

const SORT_NAMES = ['name', 'email', 'username', 'createdAt', 'lastSignInAt', 'organization', 'role', 'status'] as const

/** A sort, descending with a leading minus. */
const sort = z.templateLiteral([z.enum(['', '-']), z.enum(SORT_NAMES)])

/** What is done to each of many users. */
const bulkChange = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['enable', 'disable', 'reactivate', 'unlock', 'resend', 'sendWelcome', 'delete']),
  }),
  /** Gives a role beside those held there, or instead of the one on the whole product where there is exactly one. */
  z.strictObject({ kind: z.literal('grant'), role: id, scope: z.nullable(id) }),
  z.strictObject({ kind: z.literal('authentication'), authentication }),
])

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
      resources: z.array(placedResource),
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
  createUser: endpoint({
    method: 'POST',
    path: '/users',
    summary: 'Set somebody up in full: fields, roles and instances, with the welcome mail where one is due',
    caller: 'signed-in',
    input: z.strictObject({
      /** The host's own; refused from anybody else. */
      id: z.optional(id),
      email,
      ...account,
      idempotencyKey,
    }),
    output: userDetails,
    refuses: ['not-allowed', 'email-in-use', 'username-in-use'],
    status: 201,
    idempotent: true,
  }),
  exportUsers: endpoint({
    method: 'GET',
    path: '/users.csv',
    summary: 'The users of a list as a file that can be imported again',
    caller: 'signed-in',
    input: z.strictObject(filter),
    output: z.string(),
    refuses: ['not-allowed'],
    answers: 'csv',
  }),
  sendWelcome: endpoint({
    method: 'POST',
    path: '/users/:userId/welcome-mail',
    summary: 'Send the welcome mail by hand; an earlier link dies',
    caller: 'signed-in',
    input: z.strictObject({ userId: id, idempotencyKey }),
    output: z.object({}),
    refuses: ['not-found', 'not-allowed'],
    idempotent: true,
  }),
  editUser: endpoint({
    method: 'PATCH',
    path: '/users/:userId',
    summary: 'Change the account of a user: fields, roles and instances at once',
    caller: 'signed-in',
    input: z.strictObject({ userId: id, email: z.optional(email), ...account, version }),
    output: userDetails,
    refuses: ['not-found', 'not-allowed', 'changed-meanwhile', 'email-in-use', 'username-in-use'],
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
  reactivateUser: endpoint({
    method: 'POST',
    path: '/users/:userId/reactivate',
    summary: 'Let somebody in again whose account went unused for long',
    caller: 'signed-in',
    input: z.strictObject({ userId: id, message: z.optional(message) }),
    output: user,
    refuses: ['not-found', 'not-allowed', 'not-dormant'],
  }),
  changeManyUsers: endpoint({
    method: 'POST',
    path: '/users/bulk',
    summary: 'Do the same to many users, each judged by itself; a dry run only judges',
    caller: 'signed-in',
    input: z.strictObject({
      change: bulkChange,
      users: z
        .array(z.strictObject({ id, version }))
        .check(z.minLength(1, { error: 'required' }), z.maxLength(200, { error: 'too-long' })),
      dryRun: z.boolean(),
    }),
    output: z.object({
      results: z.array(
        z.object({
          userId: id,
          /** True when done, or when it would be; else why not. */
          verdict: z.union([
            z.literal(true),
            z.object({ code: z.enum(REFUSAL_CODES), reason: z.nullable(z.enum(REASONS)) }),
          ]),
        }),
      ),
    }),
    refuses: [],
    personal: true,
  }),
  requestEmailChange: endpoint({
    method: 'POST',
    path: '/me/email',
    summary: 'Ask for another address of one’s own; a link goes there, and nothing changes before it is followed',
    caller: 'signed-in',
    input: z.strictObject({ email }),
    output: z.object({}),
    refuses: ['not-allowed'],
    status: 202,
    personal: true,
    confirmed: true,
    limit: 'mail',
  }),
  confirmEmailChange: endpoint({
    method: 'POST',
    path: '/me/email/confirm',
    summary: 'Confirm the new address with the link or code mailed there',
    caller: 'anyone',
    input: z.strictObject({ token }),
    output: z.object({ email: z.string() }),
    refuses: ['token-invalid', 'email-in-use', 'changed-meanwhile'],
    limit: 'sign-in',
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
