import { hash as digest } from 'node:crypto'
import type { PasswordHasher } from '@rollcall/core'

/** What a host's configuration in `cli.test.ts` is made of; bundled from source, so that no build has to come first. */
export { directory, inviteFirst } from '@rollcall/core/presets'
export { csvParser } from '@rollcall/node/csv'
export { sqliteStorage } from '@rollcall/storage-sql/sqlite'
export { defineConfig } from './index.ts'

/** Quick, and safe for nothing but tests. */
export const quickHasher: PasswordHasher = {
  hash: async (password) => digest('sha256', password),
  verify: async (hash, password) => hash === digest('sha256', password),
  needsRehash: () => false,
}
