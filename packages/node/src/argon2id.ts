import { availableParallelism } from 'node:os'
import { hash, parseOptions, verify } from '@node-rs/argon2'
import type { PasswordHasher } from '@rollcall/core'
import { boundedQueue } from './bounded-queue.ts'
import { foreignHash } from './foreign-hashes.ts'

/** Costs of a new hash; the defaults are those of the OWASP Password Storage Cheat Sheet. */
export interface Argon2idOptions {
  /** KiB of memory, 19456 by default. */
  readonly memoryCost?: number
  /** Passes over the memory, 2 by default. */
  readonly timeCost?: number
  /** Lanes, 1 by default. */
  readonly parallelism?: number
}

/** Bytes of hash below which guesses would hit by chance. */
const LEAST_OUTPUT = 16

/** Characters of the longest hash that is taken over. */
const LONGEST = 512

/** The dearest argon2 hash that is computed at all, whoever made it. */
const MOST = { memoryCost: 256 * 1024, timeCost: 10, parallelism: 16 }

/** Waiting hashes beyond which `HasherBusyError` is the answer: a few seconds of work. */
const WAITING = 256

/**
 * A `PasswordHasher` that makes argon2id hashes off the main thread and also verifies argon2i, argon2d, bcrypt, scrypt
 * and PBKDF2 ones, which `needsRehash` asks to renew. At most as many run at once as there are cores, 256 more wait;
 * after that it rejects with a `HasherBusyError`.
 *
 * @throws RangeError when an option lies outside of what argon2 or this hasher would verify again.
 */
export function argon2idHasher(options: Argon2idOptions = {}): PasswordHasher {
  const costs = { memoryCost: 19_456, timeCost: 2, parallelism: 1, ...options }
  if (!affordable(costs) || costs.memoryCost < 8 * costs.parallelism) {
    throw new RangeError(`Rollcall: argon2id cannot work with ${JSON.stringify(costs)}`)
  }
  const run = boundedQueue(threads(), WAITING)

  return {
    hash(password) {
      return run(() => hash(password, costs))
    },
    async verify(password, hash) {
      const check = verifierOf(hash)
      return check === null ? false : run(() => check(password))
    },
    accepts(hash) {
      return hash.length <= LONGEST && verifierOf(hash) !== null
    },
    needsRehash(hash) {
      const made = hash.startsWith('$argon2id$v=19$') ? argon2Costs(hash) : null
      return (
        made === null ||
        made.memoryCost < costs.memoryCost ||
        made.timeCost < costs.timeCost ||
        made.parallelism < costs.parallelism
      )
    },
  }
}

/** How to check a password against that hash; null when it is none, or asks for too much. */
function verifierOf(hash: string): ((password: string) => Promise<boolean>) | null {
  const made = argon2Costs(hash)
  if (made === null) return foreignHash(hash)
  const usable = affordable(made) && made.outputLen >= LEAST_OUTPUT
  return usable ? (password) => verify(hash, password) : null
}

function argon2Costs(hash: string): ReturnType<typeof parseOptions> | null {
  if (!hash.startsWith('$argon2')) return null
  try {
    return parseOptions(hash)
  } catch {
    return null
  }
}

function affordable({ memoryCost, timeCost, parallelism }: Required<Argon2idOptions>): boolean {
  return within(memoryCost, MOST.memoryCost) && within(timeCost, MOST.timeCost) && within(parallelism, MOST.parallelism)
}

function within(cost: number, most: number): boolean {
  return Number.isInteger(cost) && cost >= 1 && cost <= most
}

/** One per core, but never the whole of libuv's pool: files and name look-ups need a thread of it too. */
function threads(): number {
  const pool = Number(process.env.UV_THREADPOOL_SIZE) || 4
  return Math.max(1, Math.min(availableParallelism(), pool - 1))
}
