import * as z from 'zod/mini'
import { endpoint } from '../kernel/endpoint.ts'
import { id, idempotencyKey, instant, message, secret, token } from '../kernel/wire.ts'
import { grant, language, profile } from '../users/user.contract.ts'

export const invitationsContract = {
  inviteUsers: endpoint({
    method: 'POST',
    path: '/invitations',
    summary: 'Invite one or many addresses',
    caller: 'signed-in',
    input: z.strictObject({
      /** Each is judged by itself, so that one bad address does not spoil the rest. */
      emails: z
        .array(z.string().check(z.maxLength(1_000, { error: 'too-long' })))
        .check(z.minLength(1, { error: 'required' }), z.maxLength(200, { error: 'too-long' })),
      grants: z.optional(z.array(grant).check(z.maxLength(50, { error: 'too-long' }))),
      language: z.optional(language),
      message: z.optional(message),
      idempotencyKey,
    }),
    output: z.object({
      results: z.array(
        z.object({
          email: z.string(),
          verdict: z.enum(['invited', 'invited-again', 'email-in-use', 'invalid']),
          userId: z.nullable(id),
        }),
      ),
    }),
    refuses: ['not-allowed'],
    status: 201,
    idempotent: true,
  }),
  previewInvitation: endpoint({
    method: 'POST',
    path: '/registration/preview',
    summary: 'What an invitation is for',
    caller: 'anyone',
    input: z.strictObject({ token }),
    output: z.object({
      email: z.string(),
      /** What they sign in with, where people have user names. */
      username: z.nullable(z.string()),
      inviter: z.nullable(z.object({ name: z.string() })),
      firstName: z.nullable(z.string()),
      lastName: z.nullable(z.string()),
      language: z.string(),
      timeZone: z.string(),
      expiresAt: instant,
    }),
    refuses: ['token-invalid'],
    limit: 'sign-in',
  }),
  registerUser: endpoint({
    method: 'POST',
    path: '/registration',
    summary: 'Register with an invitation: profile, preferences and password',
    caller: 'anyone',
    input: z.strictObject({ token, ...profile, password: secret(1_024) }),
    output: z.object({ userId: id, signedIn: z.boolean() }),
    refuses: ['token-invalid', 'not-allowed', 'password-too-weak'],
    status: 201,
    session: 'opens',
    password: true,
    limit: 'sign-in',
  }),
  resendInvitation: endpoint({
    method: 'POST',
    path: '/users/:userId/invitation/resend',
    summary: 'Send the invitation again; the earlier link dies',
    caller: 'signed-in',
    input: z.strictObject({ userId: id, message: z.optional(message), idempotencyKey }),
    output: z.object({ expiresAt: instant }),
    refuses: ['not-found', 'not-allowed', 'already-registered'],
    idempotent: true,
  }),
  revokeInvitation: endpoint({
    method: 'DELETE',
    path: '/users/:userId/invitation',
    summary: 'Withdraw the invitation; the unregistered user goes',
    caller: 'signed-in',
    input: z.strictObject({ userId: id }),
    output: z.object({}),
    refuses: ['not-found', 'not-allowed', 'already-registered'],
  }),
}
