import type * as z from 'zod/mini'
import { FIELD_CODES, type FieldCode, refuse } from './refusals.ts'

type Issue = z.core.$ZodIssue

/** The checked input, or `invalid-input` naming every wrong field at once. */
export function parseInput<Schema extends z.ZodMiniType>(schema: Schema, raw: unknown): z.output<Schema> {
  const result = schema.safeParse(raw)
  if (result.success) return result.data
  const fields: Record<string, FieldCode> = {}
  for (const issue of result.error.issues) {
    for (const [path, code] of fieldsOf(issue)) fields[path] ??= code
  }
  return refuse('invalid-input', { fields })
}

function fieldsOf(issue: Issue): [string, FieldCode][] {
  const path = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => [path === '' ? key : `${path}.${key}`, 'unknown-key'])
  }
  return [[path, codeOf(issue)]]
}

function codeOf(issue: Issue): FieldCode {
  const own = FIELD_CODES.find((code) => code === issue.message)
  if (own) return own
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'required'
  if (issue.code === 'too_big') return 'too-long'
  return issue.code === 'too_small' ? 'too-short' : 'invalid'
}
