import type { AnswerStore } from '@rollcall/core'
import type { Connection } from '../connection.ts'

/** Answers remembered for repeated requests. */
export function answerStore({ db }: Connection): AnswerStore {
  return {
    async find(key, now) {
      const answers = db.selectFrom('answers').selectAll().where('key', '=', key).where('expires_at', '>', now)
      const row = await answers.executeTakeFirst()
      return row ? { key, inputDigest: row.input_digest, answer: row.answer, expiresAt: row.expires_at } : null
    },

    async add({ key, inputDigest, answer, expiresAt }, now) {
      const set = { input_digest: inputDigest, answer, expires_at: expiresAt }
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('answers')
        .values({ key, ...set })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(set).where('answers.expires_at', '<=', now))
        .executeTakeFirst()
      return numInsertedOrUpdatedRows !== 0n
    },
  }
}
