import type { SettingsStore } from '@rollcall/core'
import { type Connection, insertUnlessThere } from '../connection.ts'

const ONLY = 1

/** What administrators set for everybody: one row, which the first change writes. */
export function settingsStore(connection: Connection): SettingsStore {
  const { db } = connection
  return {
    async find() {
      const row = await db.selectFrom('settings').selectAll().where('number', '=', ONLY).executeTakeFirst()
      return row ? { welcome: row.welcome, welcomeText: row.welcome_text, version: row.version } : null
    },

    async save(version, { welcome, welcomeText }) {
      const set = { welcome, welcome_text: welcomeText, version: version + 1 }
      if (version === 0) {
        return (await insertUnlessThere(connection, 'settings', { number: ONLY, ...set })) ? 'saved' : 'stale'
      }
      const { numUpdatedRows } = await db
        .updateTable('settings')
        .set(set)
        .where('number', '=', ONLY)
        .where('version', '=', version)
        .executeTakeFirst()
      return numUpdatedRows === 0n ? 'stale' : 'saved'
    },
  }
}
