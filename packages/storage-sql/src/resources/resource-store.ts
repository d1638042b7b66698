import type { ResourceRecord, ResourceStore } from '@rollcall/core'
import { type Grant, nameKey } from '@rollcall/core/rules'
import { type Connection, hot, insertUnlessThere, type SlotsOf } from '../connection.ts'
import { takeGroupGrants } from '../groups/group-store.ts'
import { flag } from '../tables.ts'
import type { ResourcesTable } from './resources-table.ts'

const COLUMNS = ['id', 'type', 'name', 'parent', 'is_default', 'next_steps'] as const

/** What roles are held on, and what contains that. */
export function resourceStore(connection: Connection): ResourceStore {
  const { db } = connection
  const resources = () => db.selectFrom('resources').select(COLUMNS)

  return {
    async put({ id, type, name, parent, isDefault, nextSteps }) {
      const told = { name, name_key: nameKey(name), parent, next_steps: nextSteps }
      const row = { id, type, is_default: flag(isDefault), ...told }
      if (await insertUnlessThere(connection, 'resources', row)) return
      await db.updateTable('resources').set(told).where('id', '=', id).execute()
    },

    async setDefault(id, isDefault) {
      const change = db.updateTable('resources').set({ is_default: flag(isDefault) })
      const { numUpdatedRows } = await change.where('id', '=', id).executeTakeFirst()
      return numUpdatedRows !== 0n
    },

    async remove(id) {
      const { numDeletedRows } = await db.deleteFrom('resources').where('id', '=', id).executeTakeFirst()
      if (numDeletedRows === 0n) return false
      await takeGrants(connection, id)
      await takeGroupGrants(connection, id)
      return true
    },

    async findMany(ids) {
      const [first] = ids
      if (first === undefined) return []
      const known = KNOWN.find(({ places }) => places.length >= ids.length)
      if (!known) return (await resources().where('id', 'in', ids).execute()).map(recordOf)
      const values = Object.fromEntries(known.places.map((place, index) => [place, ids[index] ?? first]))
      return (await connection.all(known.find, values)).map(recordOf)
    },

    async list() {
      return (await resources().orderBy('name_key').orderBy('id').execute()).map(recordOf)
    },
  }
}

/** One person's at each of their requests, everybody's on a page: as many places as that, those left over filled again. */
const KNOWN = [4, 16, 64, 256].map((size) => {
  const places = Array.from({ length: size }, (_, index) => `id ${index}`)
  const find = hot((db, slots: SlotsOf<Record<string, string>>) => {
    const ids = places.flatMap((place) => slots[place] ?? [])
    return db.selectFrom('resources').select(COLUMNS).where('id', 'in', ids)
  })
  return { places, find }
})

function recordOf(row: Pick<ResourcesTable, (typeof COLUMNS)[number]>): ResourceRecord {
  const { id, type, name, parent } = row
  return { id, type, name, parent, isDefault: row.is_default === 1, nextSteps: row.next_steps }
}

/** Takes every grant on that resource, from its holders' rows as well. Ranks stay: they come from system roles. */
async function takeGrants({ db, dialect }: Connection, scope: string): Promise<void> {
  const ids = db.selectFrom('grants').select('user_id').where('scope', '=', scope)
  const held = db.selectFrom('users').select(['id', 'grants']).where('id', 'in', ids)
  const holders = await dialect.locked(held.orderBy('id')).execute()
  for (const { id, grants } of holders) {
    const left = (JSON.parse(grants) as Grant[]).filter((grant) => grant.scope !== scope)
    await db
      .updateTable('users')
      .set((row) => ({ grants: JSON.stringify(left), version: row('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
  }
  await db.deleteFrom('grants').where('scope', '=', scope).execute()
}
