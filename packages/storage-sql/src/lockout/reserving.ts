import type { LockoutStore } from '@rollcall/core'
import type { Engine } from '../connection.ts'
import { findCounter, lockoutStore, standing } from './lockout-store.ts'

/** Keys remembered as refused; guesses at ever new identifiers must not fill the memory. */
const REMEMBERED = 1_000

/**
 * `reserve` as a transaction of its own. It is not synced: the verdict's is, and takes the reservation along; a power cut
 * between the two gives back the guesses still out. Whoever waits or guesses on at an account that was locked or full a
 * moment ago looks first, and leaves the write lock to others.
 */
export function reserving(engine: Engine): LockoutStore['reserve'] {
  const refused = new Set<string>()

  return async (key, rules) => {
    if (refused.has(key)) {
      const counter = await engine.reader.first(findCounter, { key })
      const outcome = counter && standing(counter, rules)
      if (outcome) return outcome
    }
    const outcome = await engine.transaction((connection) => lockoutStore(connection).reserve(key, rules), 'fleeting')
    if (outcome.kind === 'reserved') refused.delete(key)
    else if (refused.size < REMEMBERED) refused.add(key)
    else refused.clear()
    return outcome
  }
}
