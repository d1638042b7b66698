import type { ResourceStore } from '@rollcall/core'
import { type Grant, searchKey } from '@rollcall/core/rules'
import type { Kysely } from 'kysely'
import type { Connection } from '../connection.ts'
import type { Tables } from '../tables.ts'

/** What roles are held on. */
export function resourceStore({ db }: Connection): ResourceStore {
  const resources = () => db.selectFrom('resources').select(['id', 'type', 'name'])

  return {
    async put({ id, type, name }) {
      const named = { name, name_key: searchKey(name) }
      await db
        .insertInto('resources')
        .values({ id, type, ...named })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(named))
        .execute()
    },

    async remove(id) {
      const { numDeletedRows } = await db.deleteFrom('resources').where('id', '=', id).executeTakeFirst()
      if (numDeletedRows === 0n) return false
      await takeGrants(db, id)
      return true
    },

    async findMany(ids) {
      return ids.length === 0 ? [] : resources().where('id', 'in', ids).execute()
    },

    async list() {
      return resources().orderBy('name_key').orderBy('id').execute()
    },
  }
}

/** Takes every grant on that resource, from its holders' rows as well. Ranks stay: they come from system roles. */
async function takeGrants(db: Kysely<Tables>, scope: string): Promise<void> {
  const ids = db.selectFrom('grants').select('user_id').where('scope', '=', scope)
  const holders = await db.selectFrom('users').select(['id', 'grants']).where('id', 'in', ids).execute()
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
