import * as z from 'zod/mini'
import { endpoint } from '../kernel/endpoint.ts'
import { resource } from '../users/user.contract.ts'

export const resourcesContract = {
  listResources: endpoint({
    method: 'GET',
    path: '/resources',
    summary: 'The resources one may assign roles on, or holds a role on',
    caller: 'signed-in',
    input: z.strictObject({}),
    output: z.object({
      items: z.array(
        z.extend(resource, {
          /** Scoped roles the caller may give and take there. */
          mayGrant: z.array(z.string()),
        }),
      ),
    }),
    refuses: [],
  }),
}
