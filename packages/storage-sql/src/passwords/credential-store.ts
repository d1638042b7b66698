import type { CredentialStore } from '@rollcall/core'
import { type Connection, hot, insertRow, type SlotsOf } from '../connection.ts'
import { lockUser } from '../users/user-rows.ts'

/** Password hashes. A row stays when its password is taken away, for what it remembers. */
export function credentialStore(connection: Connection): CredentialStore {
  const { db } = connection

  async function former(userId: string): Promise<string[]> {
    const row = await db.selectFrom('credentials').select('former').where('user_id', '=', userId).executeTakeFirst()
    return row ? JSON.parse(row.former) : []
  }

  /** The hashes there were up to now, newest first, the present one included. */
  async function known(userId: string): Promise<string[]> {
    const present = await connection.first(findCredential, { userId })
    return present?.hash ? [present.hash, ...(await former(userId))] : former(userId)
  }

  return {
    async find(userId) {
      const row = await connection.first(findCredential, { userId })
      if (!row || row.hash === null) return null
      return { userId, hash: row.hash, scheme: row.scheme, changedAt: row.changed_at, setBy: row.set_by }
    },

    async save({ userId, hash, scheme, changedAt, setBy }, history) {
      await lockUser(connection, userId)
      const remembered = (await known(userId)).slice(0, history)
      const set = { hash, scheme, changed_at: changedAt, set_by: setBy, former: JSON.stringify(remembered) }
      const saved = await db.updateTable('credentials').set(set).where('user_id', '=', userId).executeTakeFirst()
      if (saved.numUpdatedRows === 0n) await insertRow(connection, 'credentials', { user_id: userId, ...set })
    },

    former,

    async remove(userId) {
      await lockUser(connection, userId)
      const set = { hash: null, former: JSON.stringify(await known(userId)) }
      await db.updateTable('credentials').set(set).where('user_id', '=', userId).execute()
    },

    async renew(userId, oldHash, { hash, scheme }) {
      const held = db.updateTable('credentials').set({ hash, scheme }).where('user_id', '=', userId)
      await held.where('hash', '=', oldHash).execute()
    },
  }
}

const findCredential = hot((db, { userId }: SlotsOf<{ userId: string }>) =>
  db.selectFrom('credentials').select(['hash', 'scheme', 'changed_at', 'set_by']).where('user_id', '=', userId),
)
