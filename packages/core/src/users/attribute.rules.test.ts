import { describe, expect, it } from 'vitest'
import {
  type AttributeDefinition,
  attributeProblem,
  defineAttributes,
  mergeAttributes,
  shownAttributes,
} from './attribute.rules.ts'

const text: AttributeDefinition = { label: 'Cost centre', type: 'text', screen: 'editable' }
const choice: AttributeDefinition = { ...text, choices: ['Berlin', 'Kraków'] }
const number: AttributeDefinition = { ...text, type: 'number' }
const flag: AttributeDefinition = { ...text, type: 'boolean' }
const day: AttributeDefinition = { ...text, type: 'date' }

describe('a value', () => {
  it.each([
    ['text', text, '4711', null],
    ['text', text, '', null],
    ['text', text, 'x'.repeat(1_000), null],
    ['text', text, 'x'.repeat(1_001), 'too-long'],
    ['text', text, 'a\u202eb', 'control-character'],
    ['text', text, 4711, 'invalid'],
    ['a choice', choice, 'Kraków', null],
    ['a choice', choice, 'Lyon', 'invalid'],
    ['a number', number, 12.5, null],
    ['a number', number, '12.5', 'invalid'],
    ['a number', number, Number.NaN, 'invalid'],
    ['yes or no', flag, false, null],
    ['yes or no', flag, 'false', 'invalid'],
    ['a day', day, '2028-02-29', null],
    ['a day', day, '2026-02-29', 'invalid'],
    ['a day', day, '2000-02-29', null],
    ['a day', day, '2100-02-29', 'invalid'],
    ['a day', day, '2026-04-31', 'invalid'],
    ['a day', day, '2026-12-31', null],
    ['a day', day, '2026-13-01', 'invalid'],
    ['a day', day, '2026-01-00', 'invalid'],
    ['a day', day, '14.6.2026', 'invalid'],
    ['nobody’s', undefined, 'x', 'unknown-key'],
  ] as const)('of %s: %#', (_, definition, value, problem) => {
    expect(attributeProblem(definition, value)).toBe(problem)
  })

  it('of every kind can be taken away', () => {
    for (const definition of [text, choice, number, flag, day]) expect(attributeProblem(definition, null)).toBeNull()
    expect(mergeAttributes({ a: 1, b: 2 }, { a: null, c: false })).toEqual({ b: 2, c: false })
  })
})

it('is shown unless it is hidden or no longer defined', () => {
  const definitions = {
    seen: text,
    kept: { ...text, screen: 'read-only' },
    hidden: { ...text, screen: 'hidden' },
  } as const
  expect(shownAttributes(definitions, { seen: 1, kept: 2, hidden: 3, gone: 4 })).toEqual({ seen: 1, kept: 2 })
})

it('has a key that a file can name, and under which nobody has anything unless they were given it', () => {
  expect(defineAttributes({ costCentre: text })).toEqual({ costCentre: text })
  for (const key of [
    '',
    '1st',
    'cost centre',
    'kosten:stelle',
    'ä',
    'a'.repeat(65),
    ...Object.getOwnPropertyNames(Object.prototype),
  ]) {
    expect(() => defineAttributes({ [key]: text })).toThrow(TypeError)
  }
})
