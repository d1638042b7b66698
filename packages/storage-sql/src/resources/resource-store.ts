import type { ResourceStore } from '@rollcall/core'
import { type Grant, searchKey } from '@rollcall/core/rules'
import type { Kysely } from 'kysely'
import { type Connection, hot, type SlotsOf } from '../connection.ts'
import { takeGroupGrants } from '../groups/group-store.ts'
import type { Tables } from '../tables.ts'

/** What roles are held on. */
export function resourceStore(connection: Connection): ResourceStore {
  const { db } = connection
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
      await takeGroupGrants(db, id)
      return true
    },

    async findMany(ids) {
      const [a, ...others] = ids
      if (a === undefined) return []
      if (others.length > 3) return resources().where('id', 'in', ids).execute()
      const [b = a, c = a, d = a] = others
      return connection.all(findFew, { a, b, c, d })
    },

    async list() {
      return resources().orderBy('name_key').orderBy('id').execute()
    },
  }
}

/** One person's, at each of their requests for themselves. */
const findFew = hot((db, { a, b, c, d }: SlotsOf<Record<'a' | 'b' | 'c' | 'd', string>>) =>
  db.selectFrom('resources').select(['id', 'type', 'name']).where('id', 'in', [a, b, c, d]),
)

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
