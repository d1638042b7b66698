import { hash as digest } from 'node:crypto'
import type { PasswordHasher } from '@rollcall/core'

/** Quick, and safe for nothing but tests. */
export const quickHasher: PasswordHasher = {
  hash: async (password) => digest('sha256', password),
  verify: async (password, hash) => hash === digest('sha256', password),
  accepts: () => false,
  needsRehash: () => false,
}
