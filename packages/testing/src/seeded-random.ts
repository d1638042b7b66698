import type { Random } from '@rollcall/core'

/** The same bytes for the same seed, every time: ids and tokens stay what they were. Guessable, so never in production. */
export function seededRandom(seed = 1): Random {
  let state = seed >>> 0
  /** Mulberry32. */
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) & 255
  }
  return { bytes: (length) => Uint8Array.from({ length }, next) }
}
