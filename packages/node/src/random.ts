import { randomFillSync } from 'node:crypto'
import type { Random } from '@rollcall/core'

/** The `Random` port over the operating system's generator, through `node:crypto`. */
export function nodeRandom(): Random {
  return { bytes: (length) => randomFillSync(new Uint8Array(length)) }
}
