import * as z from 'zod/mini'
import { endpoint } from '../kernel/endpoint.ts'
import { id, instant, line } from '../kernel/wire.ts'

const party = z.nullable(z.object({ id: z.string(), name: z.string() }))

/** What lists and files of entries narrow by; absent means all. */
const filter = {
  /** Entries about or by that person. */
  userId: z.optional(id),
  /** Operations, as in `lockout.unlockUser`. */
  action: z.optional(z.array(line({ max: 100, min: 1 })).check(z.maxLength(50, { error: 'too-long' }))),
  /** At that instant or after. */
  from: z.optional(instant),
  /** Before that instant. */
  until: z.optional(instant),
  /** Only what somebody did while acting as somebody else. */
  impersonated: z.optional(z.boolean()),
}

export const auditContract = {
  listEntries: endpoint({
    method: 'GET',
    path: '/audit',
    summary: 'Who did what to whom, newest first',
    caller: 'signed-in',
    input: z.strictObject({
      ...filter,
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
  exportEntries: endpoint({
    method: 'GET',
    path: '/audit.csv',
    summary: 'The same entries as a file',
    caller: 'signed-in',
    input: z.strictObject(filter),
    output: z.string(),
    refuses: ['not-found', 'not-allowed'],
    answers: 'csv',
  }),
}
