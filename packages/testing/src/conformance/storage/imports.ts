import type { ImportChunk, ImportRecord } from '@rollcall/core'
import { expect } from 'vitest'
import type { TestStorageCase } from '../storage.ts'
import { atOnce } from './races.ts'
import { add, DAY, NOW, person } from './records.ts'

const NOTHING_DONE = { created: 0, updated: 0, unchanged: 0, refused: 0 }

/** An import of Ann's, over after a day. */
export function importOf(id: string, fields: Partial<ImportRecord> = {}): ImportRecord {
  const columns = [
    { header: 'User "name",\n\u{1f600}', column: 'username' },
    { header: 'Remarks', column: null },
  ]
  return { id, ownerId: 'ann', name: 'people.csv', createdAt: NOW, expiresAt: NOW + DAY, columns, ...fields }
}

/** Ten rows that all create somebody, on the ten lines before `lastLine`. */
export function chunk(importId: string, number: number, fields: Partial<ImportChunk> = {}): ImportChunk {
  const counts = { create: 10, update: 0, unchanged: 0, refused: 0 }
  const place = { importId, number, lastLine: (number + 1) * 10 }
  return { ...place, counts, plan: `plan ${number}`, state: 'waiting', outcomes: null, done: NOTHING_DONE, ...fields }
}

export function testImports(test: TestStorageCase): void {
  test('finds an import as it was added once it is complete, until it is over', async ({ imports }) => {
    const record = importOf('one')
    await imports.add(record)
    await imports.add(importOf('two', { ownerId: null, name: null }))
    expect(await imports.find('one', NOW)).toBeNull()
    await imports.complete('one')
    expect(await imports.find('one', NOW + DAY - 1)).toEqual(record)
    expect(await imports.find('one', NOW + DAY)).toBeNull()
    expect(await imports.find('two', NOW)).toBeNull()
    await imports.complete('two')
    expect(await imports.find('two', NOW)).toEqual(importOf('two', { ownerId: null, name: null }))
  })

  test('removes an import with its chunks, complete or not, and no other', async ({ imports }) => {
    for (const id of ['gone', 'kept', 'begun']) {
      await imports.add(importOf(id))
      await imports.addChunk(chunk(id, 0))
      if (id !== 'begun') await imports.complete(id)
    }
    for (const id of ['gone', 'begun', 'nothing']) await imports.remove(id)
    expect(await imports.find('gone', NOW)).toBeNull()
    expect(await imports.chunkAfter('gone', 0, null)).toBeNull()
    expect(await imports.nextWaiting('begun')).toBeNull()
    expect(await imports.nextWaiting('kept')).toEqual(chunk('kept', 0))
  })

  test('walks its chunks by line, all of them or those with rows of a verdict', async ({ imports }) => {
    await imports.add(importOf('one'))
    await imports.add(importOf('two'))
    const refused = { create: 9, update: 0, unchanged: 0, refused: 1 }
    const chunks = [chunk('one', 0), chunk('one', 1, { counts: refused }), chunk('one', 2)]
    for (const each of [...chunks, chunk('two', 0)]) await imports.addChunk(each)
    expect(await imports.chunkAfter('one', 0, null)).toEqual(chunks[0])
    expect(await imports.chunkAfter('one', 9, null)).toEqual(chunks[0])
    expect(await imports.chunkAfter('one', 10, null)).toEqual(chunks[1])
    expect(await imports.chunkAfter('one', 0, 'refused')).toEqual(chunks[1])
    expect(await imports.chunkAfter('one', 20, 'refused')).toBeNull()
    expect(await imports.chunkAfter('one', 29, 'create')).toEqual(chunks[2])
    expect(await imports.chunkAfter('one', 30, null)).toBeNull()
    for (const verdict of ['update', 'unchanged'] as const) {
      expect(await imports.chunkAfter('one', 0, verdict)).toBeNull()
    }
  })

  test('adds up what there is to do and what was done, of one import alone', async ({ imports }) => {
    const nothing = { counts: { create: 0, update: 0, unchanged: 0, refused: 0 }, done: NOTHING_DONE }
    await imports.add(importOf('one'))
    await imports.add(importOf('two'))
    expect(await imports.totals('one')).toEqual(nothing)
    const counts = { create: 1, update: 2, unchanged: 3, refused: 4 }
    await imports.addChunk(chunk('one', 0, { counts }))
    await imports.addChunk(chunk('one', 1, { counts }))
    await imports.addChunk(chunk('two', 0, { counts }))
    const done = { created: 1, updated: 0, unchanged: 1, refused: 1 }
    await imports.settle('one', 1, { outcomes: '[]', done })
    await imports.settle('two', 0, { outcomes: '[]', done: { created: 1, updated: 2, unchanged: 0, refused: 0 } })
    expect(await imports.totals('one')).toEqual({
      counts: { create: 2, update: 4, unchanged: 6, refused: 8 },
      done,
    })
  })

  test('hands out what waits in order, once claimed never again, and keeps what became of it', async ({ imports }) => {
    await imports.add(importOf('one'))
    await imports.addChunk(chunk('one', 0, { state: 'done' }))
    for (const number of [2, 1]) await imports.addChunk(chunk('one', number))
    expect(await imports.claim('one', 0)).toBe(false)
    expect(await imports.claim('one', 7)).toBe(false)
    expect(await imports.nextWaiting('one')).toEqual(chunk('one', 1))
    expect(await imports.claim('one', 1)).toBe(true)
    expect(await imports.claim('one', 1)).toBe(false)
    expect((await imports.nextWaiting('one'))?.number).toBe(2)
    const what = { outcomes: '[{"line":11}]', done: { created: 9, updated: 0, unchanged: 0, refused: 1 } }
    await imports.settle('one', 1, what)
    expect(await imports.chunkAfter('one', 10, null)).toEqual(chunk('one', 1, { state: 'done', ...what }))
    expect(await imports.claim('one', 2)).toBe(true)
    expect(await imports.nextWaiting('one')).toBeNull()
  })

  test('takes a claim back with the transaction it was made in', async ({ imports, transaction }) => {
    await imports.add(importOf('one'))
    await imports.addChunk(chunk('one', 0))
    const work = transaction(async (tx) => {
      await tx.imports.claim('one', 0)
      throw new Error('killed')
    })
    await expect(work).rejects.toThrow('killed')
    expect(await imports.nextWaiting('one')).toEqual(chunk('one', 0))
  })

  test('gives each chunk to one of 8 callers, who apply all there is exactly once', async (storage, handles) => {
    await storage.imports.add(importOf('one'))
    for (let number = 0; number < 12; number += 1) await storage.imports.addChunk(chunk('one', number))
    const applied = await atOnce(await handles(4), 8, async (handle) => {
      const mine: number[] = []
      for (let next = await handle.imports.nextWaiting('one'); next; next = await handle.imports.nextWaiting('one')) {
        const { number } = next
        const had = await handle.transaction(async (tx) => {
          if (!(await tx.imports.claim('one', number))) return false
          return (await tx.users.insert(person(`person${number}`))) === 'inserted'
        })
        if (had) mine.push(number)
      }
      return mine
    })
    expect(applied.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, number) => number))
    expect(await storage.users.findMany(applied.flat().map((number) => `person${number}`))).toHaveLength(12)
  })

  test('finds people by many keys, each once, however many there are', async (storage) => {
    await add(storage, person('ann', { username: 'Ann' }), person('bob'), person('eve'))
    const missing = Array.from({ length: 1_200 }, (_, index) => `nobody${index}@one.example`)
    const found = await storage.users.findByKeys(['ann', ...missing, 'ann@one.example', 'bob@one.example', 'ann'])
    expect(found.map(({ id }) => id).sort()).toEqual(['ann', 'bob'])
    expect(found.find(({ id }) => id === 'ann')).toEqual(await storage.users.find('ann'))
    expect(await storage.users.findByKeys([])).toEqual([])
  })
}
