import type { SettingsStore } from '@rollcall/core'
import type { Tables } from '../tables.ts'

const ONLY = 'settings'

/** What administrators set for everybody. */
export function settingsStore({ settings }: Tables): SettingsStore {
  return {
    async find() {
      return settings.get(ONLY) ?? null
    },
    async save(version, changed, round) {
      if ((settings.get(ONLY)?.version ?? 0) !== version) return 'stale'
      settings.set(ONLY, { ...changed, version: version + 1, round: round ?? settings.get(ONLY)?.round ?? null })
      return 'saved'
    },
    async proceed(from, to) {
      const now = settings.get(ONLY)
      if (!now || now.round !== from) return false
      settings.set(ONLY, { ...now, round: to })
      return true
    },
  }
}
