import { createMemoryStorage } from '@rollcall/storage-memory'
import { createWorld, type WorldOptions } from '@rollcall/testing'
import { describe, expect, it } from 'vitest'
import { csvLine } from '../kernel/csv.rules.ts'
import type { Storage } from '../ports/storage.ts'
import { directory } from '../presets/directory.ts'

const OLD = new Uint8Array(32).fill(1)
const NEW = new Uint8Array(32).fill(2)

/** The hub of the same people, as one process after another opens it. */
function hub(storage: Storage, options: WorldOptions) {
  const logged: string[] = []
  const logger = { log: (_: string, event: string) => void logged.push(event) }
  const { rollcall } = createWorld({ policy: directory, storage, logger, ...options })
  return { imports: rollcall.imports, host: rollcall.host('move'), logged }
}

/** So many new people, the first of whom is refused. */
async function* crowd(count: number) {
  const rows = Array.from({ length: count }, (_, i) => [i === 0 ? 'a b' : `p${i}`, `p${i}@x.example`, 'P', `${i}`])
  yield new TextEncoder().encode([['Username', 'Email', 'FirstName', 'LastName'], ...rows].map(csvLine).join(''))
}

async function textOf(file: Promise<AsyncIterable<string>>) {
  let text = ''
  for await (const piece of await file) text += piece
  return text
}

/** A plan sealed under the old secret, of which one call has applied what one call may. */
async function begun() {
  const storage = createMemoryStorage()
  const { imports, host } = hub(storage, { secrets: [OLD] })
  const { id: importId } = await imports.previewImport(host, { file: crowd(2_600) })
  await imports.applyImport(host, { importId })
  return { storage, importId }
}

describe('a plan that was sealed under an old secret', () => {
  it('is shown, gone on with and accounted for while the old one stands behind the new', async () => {
    const { storage, importId } = await begun()
    const { imports, host } = hub(storage, { secrets: [NEW, OLD] })
    expect((await imports.listRows(host, { importId, limit: 1 })).rows).toMatchObject([{ line: 2, username: 'a b' }])
    const done = { rows: 2_599, created: 2_599, updated: 0, refused: 0 }
    expect(await imports.applyImport(host, { importId })).toMatchObject({ state: 'finished', done })
    const rejected = await textOf(imports.downloadRejected(host, { importId }))
    expect(rejected).toMatch(/\r\na b,p0@x.example,P,0,Username: \S+\r\n$/)
  })

  it('is not found once the old one has gone, with a line in the log and nothing half done', async () => {
    const { storage, importId } = await begun()
    const { imports, host, logged } = hub(storage, { secrets: [NEW] })
    const before = await imports.getImport(host, { importId })
    expect(before).toMatchObject({ state: 'applying', done: { rows: 1_999, created: 1_999 } })
    for (const refused of [
      () => imports.applyImport(host, { importId }),
      () => imports.listRows(host, { importId }),
      () => imports.downloadRejected(host, { importId }),
    ]) {
      await expect(refused()).rejects.toMatchObject({ code: 'not-found' })
      expect(logged.splice(0)).toEqual(['crypt_decrypt_fail'])
    }
    expect(await imports.getImport(host, { importId })).toEqual(before)
    expect(await storage.users.findByKey('p1999')).not.toBeNull()
    expect(await storage.users.findByKey('p2000')).toBeNull()
  })

  it('is one of the new secret when it is made anew', async () => {
    const storage = createMemoryStorage()
    const rotated = hub(storage, { secrets: [NEW, OLD] })
    const { id: importId } = await rotated.imports.previewImport(rotated.host, { file: crowd(3) })
    const { imports, host } = hub(storage, { secrets: [NEW] })
    expect(await imports.applyImport(host, { importId })).toMatchObject({ state: 'finished', done: { created: 2 } })
  })
})

describe('a chunk of a plan', () => {
  it.each([
    ['another import', { importId: 'another' }],
    ['another place', { number: 1 }],
  ])('does not pass for one of %s', async (_, elsewhere) => {
    const storage = createMemoryStorage()
    const { imports, host } = hub(storage, { secrets: [OLD] })
    const { id: importId } = await imports.previewImport(host, { file: crowd(3) })
    const { chunkAfter } = storage.imports
    storage.imports.chunkAfter = async (...place) => {
      const chunk = await chunkAfter(...place)
      return chunk && { ...chunk, ...elsewhere }
    }
    await expect(imports.listRows(host, { importId })).rejects.toMatchObject({ code: 'not-found' })
  })
})
