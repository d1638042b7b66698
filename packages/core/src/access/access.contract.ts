import * as z from 'zod/mini'
import { endpoint } from '../kernel/endpoint.ts'
import { id, version } from '../kernel/wire.ts'
import { user } from '../users/user.contract.ts'

const rights = z.array(z.string())

export const accessContract = {
  listRoles: endpoint({
    method: 'GET',
    path: '/roles',
    summary: 'Every role with the rights it gives',
    caller: 'signed-in',
    input: z.strictObject({}),
    output: z.object({
      /** System roles by rank, lowest first, then scoped ones. */
      roles: z.array(
        z.object({
          id,
          name: z.string(),
          description: z.string(),
          /** Null for scoped roles. */
          rank: z.nullable(z.number()),
          /** Whom holders see; null for scoped roles. */
          visibility: z.nullable(z.enum(['self', 'resource', 'organization', 'all'])),
          /** Null for system roles. */
          resourceType: z.nullable(z.string()),
          rights,
          /** Roles holders give and take: anywhere for system roles, on the same resource for scoped ones. */
          mayGrant: z.array(id),
          /** Resource type → the scoped role holders have on every resource of it. */
          reach: z.record(z.string(), id),
        }),
      ),
      /** Every right a role gives; the host's own with their names, Rollcall's for the caller to word. */
      rights: z.array(z.object({ id: z.string(), name: z.nullable(z.string()), description: z.nullable(z.string()) })),
    }),
    refuses: ['not-allowed'],
  }),
  setGrants: endpoint({
    method: 'PUT',
    path: '/users/:userId/grants',
    summary: 'Set the roles given directly, on the whole product or on one resource',
    caller: 'signed-in',
    input: z.strictObject({
      userId: id,
      /** The resource, or null for the whole product; roles elsewhere and of other sources stay. */
      scope: z.nullable(id),
      roles: z.array(id).check(z.maxLength(50, { error: 'too-long' })),
      version,
    }),
    output: user,
    refuses: ['not-found', 'not-allowed', 'changed-meanwhile'],
    versioned: true,
  }),
}
