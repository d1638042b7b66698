import * as z from 'zod/mini'
import { endpoint } from '../kernel/endpoint.ts'
import { id, instant, line } from '../kernel/wire.ts'

export const impersonationContract = {
  startImpersonation: endpoint({
    method: 'POST',
    path: '/users/:userId/impersonate',
    summary: 'Act as a user for a while, with their rights instead of one’s own',
    caller: 'signed-in',
    input: z.strictObject({ userId: id, reason: line({ max: 500, min: 1 }) }),
    output: z.object({ endsAt: instant }),
    refuses: ['not-found', 'not-allowed'],
    session: 'switches',
    personal: true,
    confirmed: true,
  }),
  stopImpersonation: endpoint({
    method: 'DELETE',
    path: '/impersonation',
    summary: 'Be oneself again',
    caller: 'signed-in',
    input: z.strictObject({}),
    output: z.object({}),
    refuses: ['not-allowed'],
    session: 'switches',
  }),
}
