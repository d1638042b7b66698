import { type PasswordHasher, webCryptography } from '@rollcall/core'

/** Hashes in no time, without a salt: tests and stories run fast on it. Never in production. */
export function cheapHasher(): PasswordHasher {
  const hash = async (password: string) => `cheap:${await webCryptography.digest(password)}`
  return {
    hash,
    verify: async (password, stored) => stored === (await hash(password)),
    accepts: (stored) => /^cheap:[\w-]{43}$/.test(stored),
    needsRehash: () => false,
  }
}
