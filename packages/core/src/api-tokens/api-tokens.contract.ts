import * as z from 'zod/mini'
import { endpoint } from '../kernel/endpoint.ts'
import { id, instant } from '../kernel/wire.ts'

/** A token as people read it; the secret is shown once, when it is made. */
const apiToken = z.object({
  id,
  /** Its first characters. */
  prefix: z.string(),
  createdAt: instant,
  expiresAt: instant,
  lastUsedAt: z.nullable(instant),
  /** Who made it, when that was not its owner. */
  createdBy: z.nullable(z.object({ id, name: z.string() })),
})

const created = z.extend(apiToken, {
  /** The secret itself, for `Authorization: Bearer`; it cannot be shown again. */
  token: z.string(),
})

export const apiTokensContract = {
  listTokens: endpoint({
    method: 'GET',
    path: '/users/:userId/api-tokens',
    summary: 'The API tokens of a user',
    caller: 'signed-in',
    input: z.strictObject({ userId: id }),
    output: z.object({ items: z.array(apiToken) }),
    refuses: ['not-found', 'not-allowed'],
  }),
  createToken: endpoint({
    method: 'POST',
    path: '/users/:userId/api-tokens',
    summary: 'Make an API token for a user',
    caller: 'signed-in',
    input: z.strictObject({ userId: id }),
    output: created,
    refuses: ['not-found', 'not-allowed', 'already-done'],
    status: 201,
    personal: true,
  }),
  revokeToken: endpoint({
    method: 'DELETE',
    path: '/users/:userId/api-tokens/:tokenId',
    summary: 'Revoke an API token of a user',
    caller: 'signed-in',
    input: z.strictObject({ userId: id, tokenId: id }),
    output: z.object({}),
    refuses: ['not-found', 'not-allowed'],
    personal: true,
  }),
  listMyTokens: endpoint({
    method: 'GET',
    path: '/me/api-tokens',
    summary: 'One’s own API tokens',
    caller: 'signed-in',
    input: z.strictObject({}),
    output: z.object({ items: z.array(apiToken) }),
    refuses: [],
  }),
  createMyToken: endpoint({
    method: 'POST',
    path: '/me/api-tokens',
    summary: 'Make an API token for oneself',
    caller: 'signed-in',
    input: z.strictObject({}),
    output: created,
    refuses: ['not-allowed', 'already-done'],
    status: 201,
    personal: true,
    confirmed: true,
  }),
  revokeMyToken: endpoint({
    method: 'DELETE',
    path: '/me/api-tokens/:tokenId',
    summary: 'Revoke one of one’s own API tokens',
    caller: 'signed-in',
    input: z.strictObject({ tokenId: id }),
    output: z.object({}),
    refuses: ['not-found'],
    personal: true,
  }),
}
