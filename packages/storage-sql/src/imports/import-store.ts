import type { ImportChunk, ImportStore } from '@rollcall/core'
import type { Verdict } from '@rollcall/core/rules'
import type { Connection } from '../connection.ts'
import type { ImportChunksTable } from './imports-tables.ts'

const COUNTED = { create: 'to_create', update: 'to_update', unchanged: 'to_leave', refused: 'to_refuse' } as const

/** Imports and the chunks of their plans. */
export function importStore({ db }: Connection): ImportStore {
  const chunks = (id: string) => db.selectFrom('import_chunks').where('import_id', '=', id)

  return {
    async add({ id, ownerId, name, createdAt, expiresAt, columns }) {
      const row = { id, owner_id: ownerId, name, created_at: createdAt, expires_at: expiresAt, complete: 0 as const }
      await db
        .insertInto('imports')
        .values({ ...row, columns: JSON.stringify(columns) })
        .execute()
    },

    async addChunk(chunk) {
      await db.insertInto('import_chunks').values(rowOf(chunk)).execute()
    },

    async complete(id) {
      await db.updateTable('imports').set({ complete: 1 }).where('id', '=', id).execute()
    },

    async find(id, now) {
      const found = db.selectFrom('imports').selectAll().where('id', '=', id).where('complete', '=', 1)
      const row = await found.where('expires_at', '>', now).executeTakeFirst()
      if (!row) return null
      const { name, owner_id: ownerId, created_at: createdAt, expires_at: expiresAt } = row
      return { id, ownerId, name, createdAt, expiresAt, columns: JSON.parse(row.columns) }
    },

    async remove(id) {
      await db.deleteFrom('imports').where('id', '=', id).execute()
    },

    async totals(id) {
      const row = await chunks(id)
        .select((eb) => {
          const sum = (column: keyof ImportChunksTable) => eb.fn.coalesce(eb.fn.sum<number>(column), eb.lit(0))
          return [
            sum('to_create').as('create'),
            sum('to_update').as('update'),
            sum('to_leave').as('leave'),
            sum('to_refuse').as('refuse'),
            sum('created').as('created'),
            sum('updated').as('updated'),
            sum('unchanged').as('unchanged'),
            sum('refused').as('refused'),
          ]
        })
        .executeTakeFirstOrThrow()
      const { create, update, leave, refuse, ...done } = row
      return { counts: { create, update, unchanged: leave, refused: refuse }, done }
    },

    async chunkAfter(id, line, verdict) {
      const after = chunks(id).selectAll().where('last_line', '>', line).orderBy('number').limit(1)
      const row = await (verdict === null ? after : after.where(COUNTED[verdict], '>', 0)).executeTakeFirst()
      return row ? chunkOf(row) : null
    },

    async nextWaiting(id) {
      const waiting = chunks(id).selectAll().where('state', '=', 'waiting').orderBy('number').limit(1)
      const row = await waiting.executeTakeFirst()
      return row ? chunkOf(row) : null
    },

    async claim(id, number) {
      const claimed = db.updateTable('import_chunks').set({ state: 'done' }).where('state', '=', 'waiting')
      const { numUpdatedRows } = await claimed
        .where('import_id', '=', id)
        .where('number', '=', number)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },

    async settle(id, number, { outcomes, done }) {
      await db
        .updateTable('import_chunks')
        .set({ outcomes, ...done })
        .where('import_id', '=', id)
        .where('number', '=', number)
        .execute()
    },
  }
}

function rowOf({ importId, number, lastLine, counts, plan, state, outcomes, done }: ImportChunk): ImportChunksTable {
  const counted = Object.entries(counts).map(([verdict, count]) => [COUNTED[verdict as Verdict], count] as const)
  return {
    import_id: importId,
    number,
    last_line: lastLine,
    ...(Object.fromEntries(counted) as Record<(typeof COUNTED)[Verdict], number>),
    plan,
    state,
    outcomes,
    ...done,
  }
}

function chunkOf(row: ImportChunksTable): ImportChunk {
  return {
    importId: row.import_id,
    number: row.number,
    lastLine: row.last_line,
    counts: { create: row.to_create, update: row.to_update, unchanged: row.to_leave, refused: row.to_refuse },
    plan: row.plan,
    state: row.state,
    outcomes: row.outcomes,
    done: { created: row.created, updated: row.updated, unchanged: row.unchanged, refused: row.refused },
  }
}
