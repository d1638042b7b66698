import type { AuditRecord } from '@rollcall/core'
import { expect } from 'vitest'
import type { TestStorageCase } from '../storage.ts'
import { entry, NOW, seal, WHOLE_TRAIL } from './records.ts'

const idsOf = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id)

const ANNS = { ...WHOLE_TRAIL, userId: 'ann' }

export function testAudit(test: TestStorageCase): void {
  test('keeps entries whole, those of visitors and strange values included', async ({ audit }) => {
    const entries = [
      entry('a', {
        changes: { name: ['A\u0301', null], tags: [[], [{ deep: [1, 0.1, true] }]] },
        reason: 'Because \u{1f600}',
      }),
      entry('b', { at: NOW + 1, real: null, effective: null, target: null, changes: {}, address: '2001:db8::1' }),
    ]
    for (const one of entries) await audit.append(one)
    expect(await audit.unsealed(10)).toEqual(entries)
  })

  test('gives unsealed entries oldest first by time and id, as many as asked for', async ({ audit }) => {
    await audit.append(entry('b'))
    await audit.append(entry('late', { at: NOW + 1 }))
    await audit.append(entry('a'))
    await audit.append(entry('C'))
    await audit.append(entry('early', { at: NOW - 1 }))
    expect(idsOf(await audit.unsealed(10))).toEqual(['early', 'C', 'a', 'b', 'late'])
    expect(idsOf(await audit.unsealed(2))).toEqual(['early', 'C'])
    expect(await audit.countUnsealed()).toBe(5)
  })

  test('seals exactly the entries named and tells them in their order', async ({ audit }) => {
    const entries = ['a', 'b', 'c', 'd'].map((id, index) => entry(id, { at: NOW + index }))
    for (const one of entries) await audit.append(one)
    expect(await audit.lastSeal()).toBeNull()
    expect(await audit.seal(seal(1, 2), ['a', 'b'])).toBe(true)
    expect(await audit.seal(seal(2, 1), ['d'])).toBe(true)
    expect(idsOf(await audit.unsealed(10))).toEqual(['c'])
    expect(await audit.countUnsealed()).toBe(1)
    expect(await audit.lastSeal()).toEqual(seal(2, 1))
    expect(await audit.sealed(0, 10)).toEqual([
      { seal: seal(1, 2), entries: entries.slice(0, 2) },
      { seal: seal(2, 1), entries: entries.slice(3) },
    ])
  })

  test('tells seals after a number, ascending, as many as asked for', async ({ audit }) => {
    for (let number = 1; number <= 12; number += 1) {
      await audit.append(entry(`e${number}`))
      expect(await audit.seal(seal(number, 1), [`e${number}`])).toBe(true)
    }
    const numbers = async (after: number, limit: number) =>
      (await audit.sealed(after, limit)).map((batch) => batch.seal.number)
    expect(await numbers(0, 3)).toEqual([1, 2, 3])
    expect(await numbers(8, 100)).toEqual([9, 10, 11, 12])
    expect(await numbers(12, 100)).toEqual([])
    expect((await audit.lastSeal())?.number).toBe(12)
  })

  test('refuses a number that is taken, changing nothing', async ({ audit }) => {
    await audit.append(entry('a'))
    await audit.append(entry('b'))
    await audit.seal(seal(1, 1), ['a'])
    expect(await audit.seal({ ...seal(1, 1), hash: 'forged' }, ['b'])).toBe(false)
    expect(await audit.lastSeal()).toEqual(seal(1, 1))
    expect(idsOf(await audit.unsealed(10))).toEqual(['b'])
    expect(await audit.seal(seal(2, 1), ['b'])).toBe(true)
  })

  test('refuses an entry that is sealed already, changing nothing', async ({ audit }) => {
    await audit.append(entry('a'))
    await audit.append(entry('b'))
    await audit.seal(seal(1, 1), ['a'])
    expect(await audit.seal(seal(2, 2), ['b', 'a'])).toBe(false)
    expect(await audit.lastSeal()).toEqual(seal(1, 1))
    expect(idsOf(await audit.unsealed(10))).toEqual(['b'])
    expect((await audit.sealed(0, 10)).map(({ entries }) => idsOf(entries))).toEqual([['a']])
    expect(await audit.seal(seal(2, 1), ['b'])).toBe(true)
  })

  test('lists entries newest first by time and id, sealed and unsealed alike, as they were written', async ({
    audit,
  }) => {
    const entries = [
      entry('b', { reason: 'Because \u{1f600}' }),
      entry('late', { at: NOW + 1, real: null, effective: null, target: null }),
      entry('a'),
      entry('C'),
      entry('early', { at: NOW - 1 }),
    ]
    for (const one of entries) await audit.append(one)
    await audit.seal(seal(1, 2), ['C', 'late'])
    await audit.seal(seal(2, 1), ['a'])
    const [b, late, a, c, early] = entries
    expect(await audit.list(WHOLE_TRAIL, null, 10)).toEqual([late, b, a, c, early])
    expect(await audit.list(WHOLE_TRAIL, null, 2)).toEqual([late, b])
  })

  test('lists entries by or about a person, each once', async ({ audit }) => {
    const party = (id: string) => ({ id, name: id })
    const [ann, bob, cat] = [party('ann'), party('bob'), party('cat')]
    await audit.append(entry('by', { real: ann, effective: ann, target: bob }))
    await audit.append(entry('about', { real: bob, effective: bob, target: ann }))
    await audit.append(entry('self', { real: ann, effective: ann, target: ann }))
    await audit.append(entry('as', { real: bob, effective: ann, target: cat }))
    await audit.append(entry('as-only', { real: null, effective: ann, target: null }))
    await audit.append(entry('under', { real: ann, effective: bob, target: cat }))
    await audit.append(entry('others', { real: bob, effective: cat, target: { id: 'Ann', name: 'ann' } }))
    await audit.append(entry('visitor', { real: null, effective: null, target: null }))
    await audit.seal(seal(1, 3), ['about', 'as', 'others'])
    const anns = ['under', 'self', 'by', 'as-only', 'as', 'about']
    expect(idsOf(await audit.list(ANNS, null, 10))).toEqual(anns)
    expect(idsOf(await audit.list(ANNS, null, 3))).toEqual(anns.slice(0, 3))
    expect(idsOf(await audit.list(ANNS, { at: NOW, id: 'by' }, 2))).toEqual(['as-only', 'as'])
    expect(idsOf(await audit.list({ ...WHOLE_TRAIL, userId: 'dan' }, null, 10))).toEqual([])
  })

  for (const userId of [null, 'ann']) {
    test(`pages through ${userId === null ? 'all entries' : 'a person’s'} without gaps and repeats`, async ({
      audit,
    }) => {
      for (let index = 0; index < 23; index += 1) {
        await audit.append(entry(`e${index}`, { at: NOW + Math.floor(index / 5) }))
      }
      await audit.seal(seal(1, 3), ['e3', 'e12', 'e22'])
      const all = idsOf(await audit.list({ ...WHOLE_TRAIL, userId }, null, 100))
      expect(all).toHaveLength(23)
      for (const limit of [1, 4, 23]) {
        const paged: string[] = []
        let last: AuditRecord | null = null
        for (;;) {
          const page: readonly AuditRecord[] = await audit.list(
            { ...WHOLE_TRAIL, userId },
            last && { at: last.at, id: last.id },
            limit,
          )
          expect(page.length).toBe(Math.min(limit, 23 - paged.length))
          if (page.length === 0) break
          paged.push(...idsOf(page))
          last = page.at(-1) ?? null
        }
        expect(paged).toEqual(all)
      }
    })
  }

  test('goes on after a place where there is no entry', async ({ audit }) => {
    for (const id of ['a', 'c']) await audit.append(entry(id))
    await audit.append(entry('old', { at: NOW - 2 }))
    expect(idsOf(await audit.list(WHOLE_TRAIL, { at: NOW, id: 'b' }, 10))).toEqual(['a', 'old'])
    expect(idsOf(await audit.list(ANNS, { at: NOW - 1, id: 'z' }, 10))).toEqual(['old'])
    expect(idsOf(await audit.list(WHOLE_TRAIL, { at: NOW - 2, id: 'old' }, 10))).toEqual([])
  })
}
