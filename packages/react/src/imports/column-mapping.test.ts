import { describe, expect, test } from 'vitest'
import {
  doubledIn,
  firstMapping,
  type Holding,
  holdingsOf,
  mappingId,
  matchOf,
  rememberedIn,
  saidOf,
} from './column-mapping.ts'

const known: readonly Holding[] = ['username', 'email', 'phone', 'attr:costCentre']

describe('what columns become', () => {
  test('is what their names say exactly, or else nearly, and nothing twice', () => {
    const headers = ['E-Mail', 'Email', 'User name', 'phone', 'cost_centre', 'Notes']
    const mapping = firstMapping(headers, known, {})
    expect(mapping).toEqual({
      'E-Mail': null,
      Email: 'email',
      'User name': 'username',
      phone: 'phone',
      cost_centre: 'attr:costCentre',
      Notes: null,
    })
    expect(headers.map((header) => matchOf(header, mapping, known, {}))).toEqual([
      'none',
      'exact',
      'guessed',
      'guessed',
      'guessed',
      'none',
    ])
    expect(matchOf('Notes', { Notes: 'phone' }, known, {})).toBe('chosen')
  })

  test('is what it was the last time, left out too', () => {
    const remembered = { Notes: 'phone', Email: null } as const
    const mapping = firstMapping(['Email', 'Notes', 'E-Mail'], known, remembered)
    expect(mapping).toEqual({ Email: null, Notes: 'phone', 'E-Mail': 'email' })
    expect(matchOf('Notes', mapping, known, remembered)).toBe('remembered')
    expect(matchOf('Email', mapping, known, remembered)).toBe('remembered')
  })

  test('is said only where the name does not say it', () => {
    expect(saidOf({ Email: 'email', Phone: 'phone', Username: null, Notes: null }, known)).toEqual({
      Phone: 'phone',
      Username: null,
      Notes: null,
    })
  })

  test('is told apart where two become the same', () => {
    expect(doubledIn(['a', 'b', 'c', 'd'], { a: 'email', b: null, c: 'email', d: null })).toEqual(new Set(['c']))
  })

  test('offers user names only where there are any', () => {
    const attributes = [{ key: 'costCentre' }]
    expect(holdingsOf({ username: null, attributes })).not.toContain('username')
    expect(holdingsOf({ username: { format: 'text' }, attributes })).toEqual(
      expect.arrayContaining(['username', 'attr:costCentre']),
    )
  })
})

describe('a remembered mapping', () => {
  test('belongs to a set of headers in any order', () => {
    expect(mappingId(['a', 'b'])).toBe(mappingId(['b', 'a']))
    expect(mappingId(['a', 'b'])).not.toBe(mappingId(['a,b']))
  })

  test('counts only as far as it still fits', () => {
    const text = JSON.stringify({ Email: 'email', Old: 'phone', Notes: 'attr:gone', Left: null })
    expect(rememberedIn(text, ['Email', 'Notes', 'Left'], known)).toEqual({ Email: 'email', Left: null })
    expect(rememberedIn('no JSON', ['Email'], known)).toEqual({})
    expect(rememberedIn('null', ['Email'], known)).toEqual({})
    expect(rememberedIn(null, ['Email'], known)).toEqual({})
  })
})
