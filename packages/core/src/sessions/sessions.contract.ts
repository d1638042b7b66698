import * as z from 'zod/mini'
import { endpoint } from '../kernel/endpoint.ts'
import { id, instant } from '../kernel/wire.ts'

/** A session as people read it: never a token. */
const session = z.object({
  id,
  createdAt: instant,
  lastUsedAt: instant,
  expiresAt: instant,
  address: z.nullable(z.string()),
  agent: z.nullable(z.string()),
})

export const sessionsContract = {
  listSessions: endpoint({
    method: 'GET',
    path: '/users/:userId/sessions',
    summary: 'The sessions of a user',
    caller: 'signed-in',
    input: z.strictObject({ userId: id }),
    output: z.object({ items: z.array(session) }),
    refuses: ['not-found', 'not-allowed'],
  }),
  revokeSession: endpoint({
    method: 'DELETE',
    path: '/users/:userId/sessions/:sessionId',
    summary: 'End one session of a user',
    caller: 'signed-in',
    input: z.strictObject({ userId: id, sessionId: id }),
    output: z.object({}),
    refuses: ['not-found', 'not-allowed'],
  }),
  revokeAllSessions: endpoint({
    method: 'DELETE',
    path: '/users/:userId/sessions',
    summary: 'End every session of a user',
    caller: 'signed-in',
    input: z.strictObject({ userId: id }),
    output: z.object({ ended: z.int() }),
    refuses: ['not-found', 'not-allowed'],
  }),
  listMySessions: endpoint({
    method: 'GET',
    path: '/me/sessions',
    summary: 'One’s own sessions',
    caller: 'signed-in',
    input: z.strictObject({}),
    output: z.object({
      items: z.array(z.extend(session, { /** The one this request came with. */ current: z.boolean() })),
    }),
    refuses: [],
    personal: true,
  }),
  revokeMySession: endpoint({
    method: 'DELETE',
    path: '/me/sessions/:sessionId',
    summary: 'End one of one’s own sessions',
    caller: 'signed-in',
    input: z.strictObject({ sessionId: id }),
    output: z.object({}),
    refuses: ['not-found'],
    personal: true,
  }),
}
