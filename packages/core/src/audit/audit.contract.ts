import * as z from 'zod/mini'
import { endpoint } from '../kernel/endpoint.ts'
import { id, instant } from '../kernel/wire.ts'

const party = z.nullable(z.object({ id: z.string(), name: z.string() }))

export const auditContract = {
  listEntries: endpoint({
    method: 'GET',
    path: '/audit',
    summary: 'Who did what to whom, newest first',
    caller: 'signed-in',
    input: z.strictObject({
      /** Entries about or by that person; all without it. */
      userId: z.optional(id),
      limit: z.optional(z.int().check(z.gte(1), z.lte(200))),
      cursor: z.optional(z.string().check(z.maxLength(500, { error: 'too-long' }))),
    }),
    output: z.object({
      items: z.array(
        z.object({
          id,
          at: instant,
          /** The operation, as in `lockout.unlockUser`. */
          action: z.string(),
          /** Who really did it; null for visitors. */
          real: party,
          /** As whom; differs from `real` only while impersonating. */
          effective: party,
          target: party,
          /** Field → old and new value; secrets are never in it. */
          changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
          reason: z.nullable(z.string()),
          address: z.nullable(z.string()),
        }),
      ),
      nextCursor: z.nullable(z.string()),
    }),
    refuses: ['not-found', 'not-allowed'],
  }),
}
