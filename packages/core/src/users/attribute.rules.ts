import type { FieldCode } from '../kernel/refusals.ts'
import { hasUnseenCharacters } from './identifier.rules.ts'

/** A field of the host's own that every person has. */
export interface AttributeDefinition {
  readonly label: string
  readonly type: 'text' | 'number' | 'boolean' | 'date'
  /** Texts it must be one of. */
  readonly choices?: readonly string[]
  /** What administrators do with it on screen; files and the host itself may always write it. */
  readonly screen: 'hidden' | 'read-only' | 'editable'
}

/** Key → definition. Keys are what files name them by, after `attr:`. */
export type AttributeDefinitions = Readonly<Record<string, AttributeDefinition>>

/** What keys look like: never like a name under which every object has something already. */
export const ATTRIBUTE_KEY =
  /^(?!(?:constructor|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toLocaleString|toString|valueOf)$)[A-Za-z][A-Za-z0-9_-]{0,63}$/

const LONGEST = 1_000

/** The host's own attributes, with the types of their keys and choices kept. Throws a `TypeError` for a key that no file could name. */
export function defineAttributes<const D extends AttributeDefinitions>(definitions: D): D {
  for (const key of Object.keys(definitions)) {
    if (!ATTRIBUTE_KEY.test(key)) {
      throw new TypeError(
        `Rollcall: attribute "${key}" must begin with a letter, hold letters, digits, - and _ only, and be no name that every object has, such as constructor.`,
      )
    }
  }
  return definitions
}

/** What is wrong with a value; null when nothing is. Null as a value means that the person has none. */
export function attributeProblem(definition: AttributeDefinition | undefined, value: unknown): FieldCode | null {
  if (!definition) return 'unknown-key'
  if (value === null) return null
  const { type, choices } = definition
  if (type === 'boolean' || type === 'number') {
    const right = type === 'boolean' ? typeof value === 'boolean' : typeof value === 'number' && Number.isFinite(value)
    return right ? null : 'invalid'
  }
  if (typeof value !== 'string') return 'invalid'
  if (value.length > LONGEST) return 'too-long'
  if (hasUnseenCharacters(value)) return 'control-character'
  if (choices && !choices.includes(value)) return 'invalid'
  return type === 'date' && !isDate(value) ? 'invalid' : null
}

/** The values with those of `changes` in place; null takes one away. */
export function mergeAttributes(
  before: Readonly<Record<string, unknown>>,
  changes: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries({ ...before, ...changes }).filter(([, value]) => value !== null))
}

/** What administrators see of somebody's attributes. */
export function shownAttributes(
  definitions: AttributeDefinitions,
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(([key]) => (definitions[key]?.screen ?? 'hidden') !== 'hidden'),
  )
}

/** A day as in 2026-02-28. */
function isDate(text: string): boolean {
  const [, year = 0, month = 0, day = 0] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number)
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  return month >= 1 && month <= 12 && day >= 1 && day <= days
}
