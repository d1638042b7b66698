import * as z from 'zod/mini'
import { endpoint } from '../kernel/endpoint.ts'
import { id, version } from '../kernel/wire.ts'
import { user } from '../users/users.contract.ts'

export const accessContract = {
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
