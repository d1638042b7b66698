import * as z from 'zod/mini'
import { endpoint } from '../kernel/endpoint.ts'
import { id } from '../kernel/wire.ts'

export const resourcesContract = {
  listResources: endpoint({
    method: 'GET',
    path: '/resources',
    summary: 'The resources one may assign roles on, holds a role on or manages, with what contains them',
    caller: 'signed-in',
    input: z.strictObject({}),
    output: z.object({
      items: z.array(
        z.object({
          id,
          type: z.string(),
          name: z.string(),
          /** The resource that contains it. */
          parent: z.nullable(id),
          /** Ticked beforehand for new people. */
          isDefault: z.boolean(),
          /** What is still to be done there once somebody was assigned. */
          nextSteps: z.nullable(z.string()),
          /** Scoped roles the caller may give and take there. */
          mayGrant: z.array(z.string()),
        }),
      ),
    }),
    refuses: [],
  }),
  setDefault: endpoint({
    method: 'PATCH',
    path: '/resources/:resourceId',
    summary: 'Make a resource a default for new people, or none any more',
    caller: 'signed-in',
    input: z.strictObject({ resourceId: id, isDefault: z.boolean() }),
    output: z.object({}),
    refuses: ['not-allowed', 'not-found'],
    personal: true,
  }),
}
