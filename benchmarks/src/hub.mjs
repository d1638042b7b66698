// @ts-check
// Rollcall with the directory preset, where administrators import files of people; checked against its types.
import { join } from 'node:path'
import { directory as preset } from '@rollcall/core/presets'
import { csvParser } from '@rollcall/node/csv'
import { sqliteStorage } from '@rollcall/storage-sql/sqlite'
import { settle } from './people.mjs'
import { product } from './product.mjs'

export { preset }

/** @param {string} path */
export const fileIn = (path) => join(path, 'rollcall.sqlite')

/**
 * Rollcall over the database in a directory.
 * @param {string} path
 * @param {import('@rollcall/core').PasswordHasher} [hasher]
 */
export function hub(path, hasher) {
  const storage = sqliteStorage({ file: fileIn(path) })
  return { storage, rollcall: product(storage, hasher, { policy: preset, csv: csvParser() }) }
}

/**
 * Makes that database, with administrators who have a password of that hash; whoever is imported is welcomed by no mail.
 * @param {string} path
 * @returns their sessions' tokens
 */
export async function foundHub(path, { count = 1, hash = '' } = {}) {
  const { storage } = hub(path)
  await storage.migrate()
  await storage.settings.save(0, { welcome: 'nobody', welcomeText: null, signInAddress: 'generic' }, null)
  const tokens = await settle(storage, { count, hash, role: 'administrator' })
  await storage.close()
  return tokens
}
