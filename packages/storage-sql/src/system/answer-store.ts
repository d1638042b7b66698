import type { AnswerStore } from '@rollcall/core'
import { type Connection, insertUnlessThere } from '../connection.ts'

/** Answers remembered for repeated requests. */
export function answerStore(connection: Connection): AnswerStore {
  const { db } = connection
  return {
    async find(key, now) {
      const answers = db.selectFrom('answers').selectAll().where('key', '=', key).where('expires_at', '>', now)
      const row = await answers.executeTakeFirst()
      return row ? { key, inputDigest: row.input_digest, answer: row.answer, expiresAt: row.expires_at } : null
    },

    async add({ key, inputDigest, answer, expiresAt }, now) {
      await db.deleteFrom('answers').where('key', '=', key).where('expires_at', '<=', now).execute()
      const row = { key, input_digest: inputDigest, answer, expires_at: expiresAt }
      return insertUnlessThere(connection, 'answers', row)
    },
  }
}
