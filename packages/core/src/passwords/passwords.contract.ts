import * as z from 'zod/mini'
import { token } from '../invitations/invitations.contract.ts'
import { endpoint } from '../kernel/endpoint.ts'
import { id, idempotencyKey, instant, secret, version } from '../kernel/wire.ts'

export const passwordsContract = {
  requestReset: endpoint({
    method: 'POST',
    path: '/password-reset',
    summary: 'Ask for a link to set a new password',
    caller: 'anyone',
    input: z.strictObject({ identifier: secret(320) }),
    output: z.object({}),
    refuses: [],
    status: 202,
    limit: 'mail',
  }),
  completeReset: endpoint({
    method: 'POST',
    path: '/password-reset/complete',
    summary: 'Set a new password with a link or code; also unlocks',
    caller: 'anyone',
    input: z.strictObject({ token, password: secret(1_024) }),
    output: z.object({}),
    refuses: ['token-invalid', 'password-too-weak'],
    limit: 'sign-in',
  }),
  changeOwnPassword: endpoint({
    method: 'POST',
    path: '/me/password',
    summary: 'Change one’s own password',
    caller: 'restricted',
    input: z.strictObject({ currentPassword: z.optional(secret(1_024)), password: secret(1_024) }),
    output: z.object({}),
    refuses: ['wrong-credentials', 'password-too-weak', 'not-allowed'],
    session: 'opens',
    personal: true,
    limit: 'sign-in',
  }),
  issueTemporaryPassword: endpoint({
    method: 'POST',
    path: '/users/:userId/temporary-password',
    summary: 'Replace the password of a user by a generated one that must be changed at the next sign-in',
    caller: 'signed-in',
    input: z.strictObject({ userId: id, channel: id, version }),
    output: z.object({
      /** Shown once, and only by the channel `screen`. */
      password: z.nullable(z.string()),
      expiresAt: instant,
    }),
    refuses: ['not-found', 'not-allowed', 'changed-meanwhile'],
    versioned: true,
    personal: true,
  }),
  sendResetLink: endpoint({
    method: 'POST',
    path: '/users/:userId/reset-link',
    summary: 'Mail a user a link to set a new password; the old one works until it is used',
    caller: 'signed-in',
    input: z.strictObject({ userId: id, idempotencyKey }),
    output: z.object({ expiresAt: instant }),
    refuses: ['not-found', 'not-allowed'],
    idempotent: true,
    personal: true,
  }),
}
