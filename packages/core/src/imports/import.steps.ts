import type { KnownActor } from '../kernel/actor.ts'
import { isoOf } from '../kernel/instant.ts'
import { refuse } from '../kernel/refusals.ts'
import type { Stores } from '../ports/storage.ts'
import type { Place } from './asked.rules.ts'
import type { FileColumn } from './header.rules.ts'
import { stateOf } from './import.rules.ts'
import type { ImportRecord } from './import.store.ts'

/** An import of the caller's own; somebody else's is not found, but the host finds all. */
export async function ownImport(stores: Stores, actor: KnownActor, id: string, now: number): Promise<ImportRecord> {
  const found = await stores.imports.find(id, now)
  if (!found) return refuse('not-found')
  return actor.kind === 'system' || found.ownerId === actor.effective.user.id ? found : refuse('not-found')
}

/** An import as the wire shows it. */
export async function presentImport(stores: Stores, record: ImportRecord) {
  const { id, name, createdAt, expiresAt } = record
  const { counts, done } = await stores.imports.totals(id)
  const { created, updated, refused } = done
  const rows = created + updated + refused + done.unchanged
  return {
    id,
    name,
    state: stateOf(counts.create + counts.update, rows),
    createdAt: isoOf(createdAt),
    expiresAt: isoOf(expiresAt),
    columns: fileColumns(record).map(({ header, column }) => ({ header, column })),
    counts,
    done: { rows, created, updated, refused },
  }
}

/** The columns of an import as they were stored. */
export function fileColumns({ columns }: ImportRecord): readonly FileColumn[] {
  return columns as readonly FileColumn[]
}

/** The registered resources that rows may name. */
export async function placesIn(stores: Stores): Promise<ReadonlyMap<string, Place>> {
  return new Map((await stores.resources.list()).map(({ id, type, isDefault }) => [id, { type, isDefault }]))
}
