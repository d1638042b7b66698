import * as z from 'zod/mini'
import { endpoint } from '../kernel/endpoint.ts'
import { id, instant } from '../kernel/wire.ts'

export const sessionsContract = {
  listMySessions: endpoint({
    method: 'GET',
    path: '/me/sessions',
    summary: 'One’s own sessions',
    caller: 'signed-in',
    input: z.strictObject({}),
    output: z.object({
      items: z.array(
        z.object({
          id,
          createdAt: instant,
          lastUsedAt: instant,
          expiresAt: instant,
          address: z.nullable(z.string()),
          agent: z.nullable(z.string()),
          /** The one this request came with. */
          current: z.boolean(),
        }),
      ),
    }),
    refuses: [],
  }),
  revokeMySession: endpoint({
    method: 'DELETE',
    path: '/me/sessions/:sessionId',
    summary: 'End one of one’s own sessions',
    caller: 'signed-in',
    input: z.strictObject({ sessionId: id }),
    output: z.object({}),
    refuses: ['not-found'],
  }),
}
