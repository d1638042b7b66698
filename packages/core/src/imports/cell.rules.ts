import type { FieldCode } from '../kernel/refusals.ts'
import type { AttributeDefinition } from '../users/attribute.rules.ts'
import { BETWEEN_VALUES, type Column, type PASSWORD_HASH } from '../users/csv-columns.rules.ts'

/** What the cells of a row mean, by their columns: absent where the file has none, null where the cell is blank. */
export type Given = { readonly [C in keyof CellValues]?: CellValues[C] | null } & {
  /** By key; those the file has columns for. */
  readonly attributes: Readonly<Record<string, string | number | boolean | null>>
}

/** What a cell holds when it is not blank. */
export interface CellValues extends Record<Exclude<Column | typeof PASSWORD_HASH, keyof Special>, string>, Special {}

interface Special {
  /** Ids or names. */
  readonly roles: readonly string[]
  readonly instances: readonly string[]
  readonly authentication: 'internal' | 'external'
  readonly enabled: boolean
  readonly protected: boolean
  readonly muteNotifications: boolean
}

/** The texts of a cell that holds several. */
export function listOf(text: string): string[] {
  return text
    .split(BETWEEN_VALUES)
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

/** The value of a cell of the host's own field; what it may be is judged with the row. */
export function attributeValue(
  { type }: AttributeDefinition,
  text: string,
): { readonly value: string | number | boolean } | { readonly code: FieldCode } {
  const trimmed = text.trim()
  if (type === 'number') {
    const number = trimmed === '' ? Number.NaN : Number(trimmed)
    return Number.isFinite(number) ? { value: number } : { code: 'invalid' }
  }
  if (type !== 'boolean') return { value: text }
  const truth = truthOf(trimmed)
  return truth === null ? { code: 'invalid' } : { value: truth }
}

/** true or false, in any letters; null for anything else. */
export function truthOf(text: string): boolean | null {
  const lower = text.toLowerCase()
  return lower === 'true' ? true : lower === 'false' ? false : null
}
