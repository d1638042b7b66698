import { searchKey } from '@rollcall/core/rules'
import { expect } from 'vitest'
import type { TestStorageCase } from '../storage.ts'
import { add, idsOf, person } from './records.ts'

/** Text that means something to LIKE, to full-text indexes, to SQL or to regular expressions. */
const HOSTILE = [
  '%',
  '_',
  '\\',
  '\\%',
  "'",
  '"',
  "' OR 1=1 --",
  '*',
  'ab*',
  '.*',
  '[a-z]',
  '^',
  '-',
  '--',
  'NEAR(',
  'a AND b',
  'NOT',
  '()',
  '{',
  ':',
  '?',
  '$1',
  ';',
  '#',
  '/*',
  '\u{1f600}',
  '山田',
  '田',
  'ß',
  '  ',
]

export function testSearch(test: TestStorageCase): void {
  test('finds what lies anywhere inside name, user name and email', async (storage) => {
    await add(
      storage,
      person('ann', { displayName: 'Ann Fjord', username: 'kestrel', email: 'xyz@one.example' }),
      person('bob', { displayName: 'Bob Harbour' }),
    )
    for (const term of ['ann fjord', 'nn fj', 'estre', 'xyz@one', 'n', 'j']) {
      expect(await idsOf(storage, { search: term })).toContain('ann')
    }
    expect(await idsOf(storage, { search: 'estre' })).toEqual(['ann'])
    expect(await idsOf(storage, { search: 'one.example' })).toEqual(['ann', 'bob'])
    expect(await idsOf(storage, { search: 'fjord ann' })).toEqual([])
    expect(await idsOf(storage, { search: 'nobody here' })).toEqual([])
  })

  test('finds without regard to case and accents, since both sides are keys', async (storage) => {
    await add(storage, person('ann', { displayName: 'Renée GROẞ' }), person('bob', { displayName: 'renne' }))
    expect(await idsOf(storage, { search: searchKey('RENÉE') })).toEqual(['ann'])
    expect(await idsOf(storage, { search: searchKey('rene\u0301') })).toEqual(['ann'])
    expect(await idsOf(storage, { search: searchKey('ren') })).toEqual(['ann', 'bob'])
  })

  test('takes every character as itself', async (storage) => {
    await add(
      storage,
      person('plain', { displayName: 'abc plain' }),
      ...HOSTILE.map((text, index) => person(`p${index}`, { displayName: `x${text}y` })),
    )
    for (const text of HOSTILE) {
      const term = searchKey(`x${text}y`)
      const same = HOSTILE.flatMap((other, index) => (searchKey(`x${other}y`).includes(term) ? [`p${index}`] : []))
      expect([text, await idsOf(storage, { search: term })]).toEqual([text, same.sort()])
      const inside = searchKey(text)
      const all = [
        ...HOSTILE.map((other, index) => [`p${index}`, `x${other}y`] as const),
        ['plain', 'abc plain'] as const,
      ]
      const holds = ([id, name]: readonly [string, string]) =>
        [searchKey(name), '', `${id}@one.example`].join('\n').includes(inside)
      expect([text, await idsOf(storage, { search: inside })]).toEqual([
        text,
        all
          .filter(holds)
          .map(([id]) => id)
          .sort(),
      ])
    }
  })

  test('forgets what somebody was called before', async (storage) => {
    const ann = person('ann', { displayName: 'Old Kestrel' })
    await add(storage, ann)
    const renamed = person('ann', { displayName: 'New Harbour' })
    await storage.users.update('ann', 1, { fields: { displayName: 'New Harbour' }, keys: renamed.keys })
    expect(await idsOf(storage, { search: 'kestrel' })).toEqual([])
    expect(await idsOf(storage, { search: 'harbour' })).toEqual(['ann'])
    await storage.users.remove('ann')
    expect(await idsOf(storage, { search: 'harbour' })).toEqual([])
  })
}
