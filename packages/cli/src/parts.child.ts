/** What a host's configuration in tests is made of; bundled from source, so that no build has to come first. */
export { directory, inviteFirst } from '@rollcall/core/presets'
export { argon2idHasher } from '@rollcall/node'
export { csvParser } from '@rollcall/node/csv'
export { postgresStorage } from '@rollcall/storage-sql/postgres'
export { sqliteStorage } from '@rollcall/storage-sql/sqlite'
export { defineConfig } from './index.ts'
export { quickHasher } from './quick-hasher.ts'
