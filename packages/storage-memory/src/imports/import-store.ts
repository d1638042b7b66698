import type { ImportChunk, ImportRecord, ImportStore } from '@rollcall/core'
import type { Outcome, Verdict } from '@rollcall/core/rules'
import type { Tables } from '../tables.ts'

export interface ImportRow {
  readonly record: ImportRecord
  readonly complete: boolean
}

/** Imports and the chunks of their plans. */
export function importStore(tables: Tables): ImportStore {
  const { imports, importChunks } = tables
  const keyOf = (id: string, number: number) => `${id} ${number}`
  const chunksOf = (id: string) =>
    [...importChunks.values()].filter(({ importId }) => importId === id).sort((a, b) => a.number - b.number)

  return {
    async add(record) {
      imports.set(record.id, { record, complete: false })
    },

    async addChunk(chunk) {
      importChunks.set(keyOf(chunk.importId, chunk.number), chunk)
    },

    async complete(id) {
      const row = imports.get(id)
      if (row) imports.set(id, { ...row, complete: true })
    },

    async find(id, now) {
      const row = imports.get(id)
      return row?.complete && now < row.record.expiresAt ? row.record : null
    },

    async remove(id) {
      removeImport(tables, id)
    },

    async totals(id) {
      const counts: Record<Verdict, number> = { create: 0, update: 0, unchanged: 0, refused: 0 }
      const done: Record<Outcome, number> = { created: 0, updated: 0, unchanged: 0, refused: 0 }
      for (const chunk of chunksOf(id)) {
        add(counts, chunk.counts)
        add(done, chunk.done)
      }
      return { counts, done }
    },

    async chunkAfter(id, line, verdict) {
      const found = chunksOf(id).find(
        ({ lastLine, counts }) => lastLine > line && (verdict === null || counts[verdict] > 0),
      )
      return found ?? null
    },

    async nextWaiting(id) {
      return chunksOf(id).find(({ state }) => state === 'waiting') ?? null
    },

    async claim(id, number) {
      const chunk = importChunks.get(keyOf(id, number))
      if (chunk?.state !== 'waiting') return false
      importChunks.set(keyOf(id, number), { ...chunk, state: 'done' })
      return true
    },

    async settle(id, number, what: Pick<ImportChunk, 'outcomes' | 'done'>) {
      const chunk = importChunks.get(keyOf(id, number))
      if (chunk) importChunks.set(keyOf(id, number), { ...chunk, ...what })
    },
  }
}

/** Removes an import with its chunks. */
export function removeImport({ imports, importChunks }: Tables, id: string): void {
  imports.delete(id)
  for (const { importId, number } of importChunks.values()) {
    if (importId === id) importChunks.delete(`${importId} ${number}`)
  }
}

function add<Name extends string>(sums: Record<Name, number>, more: Readonly<Record<Name, number>>): void {
  for (const name in sums) sums[name] += more[name]
}
