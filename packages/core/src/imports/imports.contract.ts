import * as z from 'zod/mini'
import { endpoint } from '../kernel/endpoint.ts'
import { FIELD_CODES, REASONS, REFUSAL_CODES } from '../kernel/refusals.ts'
import { id, instant, line } from '../kernel/wire.ts'
import { ATTRIBUTE_KEY } from '../users/attribute.rules.ts'
import { ATTRIBUTE_COLUMN, COLUMNS, PASSWORD_HASH } from '../users/csv-columns.rules.ts'
import type { AnyColumn } from './header.rules.ts'
import { IMPORT_STATES, OUTCOMES, VERDICTS } from './import.rules.ts'

/** The bytes of an upload, piece by piece as they come in. */
const file = z.custom<AsyncIterable<Uint8Array>>(
  (value) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value,
  { error: 'invalid' },
)

/**
 * What a column holds: one of `COLUMNS` by its key, `attr:` and the key of a field of the host's own, or, in files that the
 * host's own code brings, `PasswordHash`.
 */
const column = z.custom<AnyColumn>(
  (value) =>
    typeof value === 'string' &&
    (Object.hasOwn(COLUMNS, value) ||
      value === PASSWORD_HASH ||
      (value.startsWith(ATTRIBUTE_COLUMN) && ATTRIBUTE_KEY.test(value.slice(ATTRIBUTE_COLUMN.length)))),
  { error: 'invalid' },
)

/** How far an import is. */
const importInfo = z.object({
  id,
  /** Of the file. */
  name: z.nullable(z.string()),
  /** `finished` when nothing is left to do. */
  state: z.enum(IMPORT_STATES),
  createdAt: instant,
  /** When it is forgotten, applied or not. */
  expiresAt: instant,
  /** The columns of the file in their order; null: left out. */
  columns: z.array(z.object({ header: z.string(), column: z.nullable(column) })),
  /** Rows by verdict. */
  counts: z.object({ create: z.int(), update: z.int(), unchanged: z.int(), refused: z.int() }),
  /** What has become of rows to create or update; `rows` counts those that were reached. */
  done: z.object({ rows: z.int(), created: z.int(), updated: z.int(), refused: z.int() }),
})

const code = z.enum([...FIELD_CODES, ...REFUSAL_CODES])
const reason = z.nullable(z.enum(REASONS))

/** A row with what would become, or became, of it. */
const row = z.object({
  /** Of the file, from 1. */
  line: z.int(),
  verdict: z.enum(VERDICTS),
  /** The person it is about; null for somebody new and where the row was refused before anybody was found. */
  userId: z.nullable(id),
  /** As the file has them, or else as they are stored. */
  name: z.string(),
  email: z.nullable(z.string()),
  username: z.nullable(z.string()),
  /** Column → the cell as an export has it now, null for somebody new, and as it would be. */
  changes: z.record(z.string(), z.tuple([z.nullable(z.string()), z.string()])),
  /** Why the row is refused. */
  problems: z.array(
    z.object({
      /** The header; null when it is about no cell in particular. */
      column: z.nullable(z.string()),
      /** Of the cell in its line, from 1. */
      position: z.nullable(z.int()),
      code,
      reason,
      /** The earlier line that has the same already. */
      line: z.nullable(z.int()),
    }),
  ),
  /** What became of it; null until then, and for rows that were not to be applied. */
  outcome: z.nullable(z.object({ kind: z.enum(OUTCOMES), code: z.nullable(code), reason })),
})

export const importsContract = {
  previewImport: endpoint({
    method: 'POST',
    path: '/imports',
    summary: 'Judge a file of people row by row and keep the plan for 24 hours; nobody is changed',
    caller: 'signed-in',
    input: z.strictObject({
      file,
      /** Of the file. */
      name: z.optional(line({ max: 255, min: 1 })),
      /** Header → what its column holds, where it is not named exactly so; null leaves it out. */
      columns: z.optional(z.record(z.string().check(z.maxLength(255, { error: 'too-long' })), z.nullable(column))),
    }),
    output: importInfo,
    refuses: ['not-allowed', 'unsupported-file', 'too-large'],
    status: 201,
    takes: 'csv',
  }),
  getImport: endpoint({
    method: 'GET',
    path: '/imports/:importId',
    summary: 'How far an import of one’s own is',
    caller: 'signed-in',
    input: z.strictObject({ importId: id }),
    output: importInfo,
    refuses: ['not-found', 'not-allowed'],
  }),
  listRows: endpoint({
    method: 'GET',
    path: '/imports/:importId/rows',
    summary: 'The rows of an import with what would become, or became, of each',
    caller: 'signed-in',
    input: z.strictObject({
      importId: id,
      verdict: z.optional(z.enum(VERDICTS)),
      /** Rows after that line. */
      after: z.optional(z.int().check(z.gte(0, { error: 'invalid' }))),
      limit: z.optional(z.int().check(z.gte(1), z.lte(200))),
    }),
    output: z.object({
      rows: z.array(row),
      /** The line to go on after; null: there are no more. */
      nextAfter: z.nullable(z.int()),
    }),
    refuses: ['not-found', 'not-allowed'],
  }),
  applyImport: endpoint({
    method: 'POST',
    path: '/imports/:importId/apply',
    summary: 'Apply the next rows of an import, for a few seconds; call again until it is finished',
    caller: 'signed-in',
    input: z.strictObject({ importId: id }),
    output: importInfo,
    refuses: ['not-found', 'not-allowed'],
  }),
  downloadRejected: endpoint({
    method: 'GET',
    path: '/imports/:importId/rejected.csv',
    summary: 'The refused rows as a file: the same columns, and why',
    caller: 'signed-in',
    input: z.strictObject({ importId: id }),
    output: z.string(),
    refuses: ['not-found', 'not-allowed'],
    answers: 'csv',
  }),
}
