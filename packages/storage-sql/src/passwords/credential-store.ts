import type { CredentialStore } from '@rollcall/core'
import { type Connection, hot, type SlotsOf } from '../connection.ts'

/** Password hashes. */
export function credentialStore(connection: Connection): CredentialStore {
  const { db } = connection
  return {
    async find(userId) {
      const row = await connection.first(findCredential, { userId })
      return row ? { userId, hash: row.hash, scheme: row.scheme, changedAt: row.changed_at } : null
    },

    async save({ userId, hash, scheme, changedAt }) {
      const set = { hash, scheme, changed_at: changedAt }
      await db
        .insertInto('credentials')
        .values({ user_id: userId, ...set })
        .onConflict((conflict) => conflict.column('user_id').doUpdateSet(set))
        .execute()
    },

    async remove(userId) {
      await db.deleteFrom('credentials').where('user_id', '=', userId).execute()
    },

    async renew(userId, oldHash, newHash) {
      const held = db.updateTable('credentials').set({ hash: newHash }).where('user_id', '=', userId)
      await held.where('hash', '=', oldHash).execute()
    },
  }
}

const findCredential = hot((db, { userId }: SlotsOf<{ userId: string }>) =>
  db.selectFrom('credentials').select(['hash', 'scheme', 'changed_at']).where('user_id', '=', userId),
)
