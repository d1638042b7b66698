import * as z from 'zod/mini'
import { token } from '../invitations/invitations.contract.ts'
import { endpoint } from '../kernel/endpoint.ts'
import { secret } from '../kernel/wire.ts'

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
    limit: 'sign-in',
  }),
}
