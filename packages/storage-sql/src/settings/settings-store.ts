import type { SettingsStore } from '@rollcall/core'
import type { Connection } from '../connection.ts'

const ONLY = 1

/** What administrators set for everybody: one row, which the first change writes. */
export function settingsStore({ db }: Connection): SettingsStore {
  return {
    async find() {
      const row = await db.selectFrom('settings').selectAll().where('number', '=', ONLY).executeTakeFirst()
      return row ? { welcome: row.welcome, welcomeText: row.welcome_text, version: row.version } : null
    },

    async save(version, { welcome, welcomeText }) {
      const set = { welcome, welcome_text: welcomeText, version: version + 1 }
      if (version === 0) {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('settings')
          .values({ number: ONLY, ...set })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst()
        return numInsertedOrUpdatedRows === 0n ? 'stale' : 'saved'
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
