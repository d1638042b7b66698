import type { SettingsStore } from '@rollcall/core'
import { type Connection, insertUnlessThere } from '../connection.ts'

const ONLY = 1

/** What administrators set for everybody: one row, which the first change writes. */
export function settingsStore(connection: Connection): SettingsStore {
  const { db } = connection
  return {
    async find() {
      const row = await db.selectFrom('settings').selectAll().where('number', '=', ONLY).executeTakeFirst()
      if (!row) return null
      const { welcome, welcome_text: welcomeText, sign_in_address: signInAddress, version, round } = row
      return { welcome, welcomeText, signInAddress, version, round }
    },

    async save(version, { welcome, welcomeText, signInAddress }, round) {
      const set = {
        welcome,
        welcome_text: welcomeText,
        sign_in_address: signInAddress,
        version: version + 1,
      }
      if (version === 0) {
        return (await insertUnlessThere(connection, 'settings', { number: ONLY, ...set, round })) ? 'saved' : 'stale'
      }
      const { numUpdatedRows } = await db
        .updateTable('settings')
        .set(round === null ? set : { ...set, round })
        .where('number', '=', ONLY)
        .where('version', '=', version)
        .executeTakeFirst()
      return numUpdatedRows === 0n ? 'stale' : 'saved'
    },

    async proceed(from, to) {
      const { numUpdatedRows } = await db
        .updateTable('settings')
        .set({ round: to })
        .where('number', '=', ONLY)
        .where('round', '=', from)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
  }
}
