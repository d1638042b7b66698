// @ts-check
// Rollcall as a Node host puts it together, over a storage; checked against its types, as no run in CI would notice.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { createRollcall } from '@rollcall/core'
import { nodeCryptography, nodeRandom } from '@rollcall/node'
import { sqliteStorage } from '@rollcall/storage-sql/sqlite'
import { policy } from './policy.mjs'

export const SITE = 'https://people.example'
export const CLIENT = { address: '192.0.2.7', agent: 'benchmark' }

/**
 * @param {import('@rollcall/core').Storage} storage
 * @param {import('@rollcall/core').PasswordHasher} [hasher]
 * @param {Partial<import('@rollcall/core').RollcallOptions>} [more] what else a host gives, or gives instead
 */
export function product(storage, hasher = freeHasher, more = {}) {
  return createRollcall({
    policy,
    storage,
    mailer: { send: async () => undefined },
    hasher,
    secrets: [new Uint8Array(32)],
    baseUrl: SITE,
    cryptography: nodeCryptography(),
    random: nodeRandom(),
    logger: { log: () => undefined },
    ...more,
  })
}

/**
 * Costs nothing, so that what is left is the SDK's own cost.
 * @type {import('@rollcall/core').PasswordHasher}
 */
export const freeHasher = {
  hash: async (password) => `free:${password}`,
  verify: async (password, hash) => hash === `free:${password}`,
  accepts: (hash) => hash.startsWith('free:'),
  needsRehash: () => false,
}

/** A new directory that goes away with the process; on a disk unless told otherwise. */
export function directory(parent = tmpdir()) {
  const path = mkdtempSync(join(parent, 'rollcall-benchmark-'))
  process.once('exit', () => rmSync(path, { recursive: true, force: true }))
  return path
}

export async function freshSqlite(path = directory()) {
  const storage = sqliteStorage({ file: join(path, 'rollcall.sqlite') })
  await storage.migrate()
  return storage
}
