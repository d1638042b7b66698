import { randomFillSync } from 'node:crypto'
import type { Random } from '@rollcall/core'

/** Bytes drawn at once: asking the generator costs more than what it is asked for. */
const POOL = 4_096

/** The `Random` port over the operating system's generator, through `node:crypto`. */
export function nodeRandom(): Random {
  const pool = new Uint8Array(POOL)
  let next = POOL

  return {
    bytes(length) {
      if (length > POOL) return randomFillSync(new Uint8Array(length))
      if (next + length > POOL) {
        randomFillSync(pool)
        next = 0
      }
      const drawn = pool.slice(next, next + length)
      // What was given away stays nowhere else.
      pool.fill(0, next, next + length)
      next += length
      return drawn
    },
  }
}
