import * as z from 'zod/mini'
import { endpoint } from '../kernel/endpoint.ts'
import { id, instant, message } from '../kernel/wire.ts'
import { user } from '../users/user.contract.ts'
import { FAILED_SIGN_IN_CAUSES } from './lockout.rules.ts'

export const lockoutContract = {
  unlockUser: endpoint({
    method: 'POST',
    path: '/users/:userId/unlock',
    summary: 'Open a locked account and zero its counter',
    caller: 'signed-in',
    input: z.strictObject({ userId: id, message: z.optional(message) }),
    output: user,
    refuses: ['not-found', 'not-allowed', 'not-locked'],
  }),
  listFailedSignIns: endpoint({
    method: 'GET',
    path: '/users/:userId/failed-sign-ins',
    summary: 'The failed sign-ins of a user, newest first',
    caller: 'signed-in',
    input: z.strictObject({ userId: id, limit: z.optional(z.int().check(z.gte(1), z.lte(100))) }),
    output: z.object({
      items: z.array(
        z.object({
          id,
          at: instant,
          cause: z.enum(FAILED_SIGN_IN_CAUSES),
          address: z.nullable(z.string()),
          agent: z.nullable(z.string()),
        }),
      ),
    }),
    refuses: ['not-found', 'not-allowed'],
  }),
}
