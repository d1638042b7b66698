import type { AttemptRules, LockoutStore, Reservation } from '@rollcall/core'
import type { Tables } from '../tables.ts'
import { compareText } from '../text-order.ts'

export interface Counter {
  readonly key: string
  /** Wrong attempts. */
  readonly failed: number
  /** Attempts whose verdict is out. */
  readonly undecided: number
  /** When the lease of the last of them ends. */
  readonly undecidedUntil: number
  /** Moves when attempts still out are fenced off. */
  readonly generation: number
  readonly lockedAt: number | null
  /** When an attempt was reserved last. */
  readonly usedAt: number
}

/** Exact counting of wrong passwords. */
export function lockoutStore({ counters, failedSignIns }: Tables): LockoutStore {
  /** The counter while that attempt's verdict is out. */
  function awaiting({ key, generation }: Reservation): Counter | null {
    const counter = counters.get(key)
    return counter?.generation === generation && counter.undecided > 0 ? counter : null
  }

  return {
    async reserve(key, rules) {
      const counter = settled(counters.get(key) ?? fresh(key, rules.now), rules)
      if (counter.lockedAt !== null) {
        counters.set(key, counter)
        return { kind: 'locked', lockedAt: counter.lockedAt }
      }
      if (counter.failed + counter.undecided >= rules.threshold) return { kind: 'full' }
      counters.set(key, {
        ...counter,
        undecided: counter.undecided + 1,
        undecidedUntil: Math.max(counter.undecidedUntil, rules.now + rules.lease),
        usedAt: rules.now,
      })
      return { kind: 'reserved', reservation: { key, generation: counter.generation } }
    },

    async fail(reservation, { now, threshold }) {
      const counter = awaiting(reservation)
      if (!counter || counter.undecidedUntil <= now) return { kind: 'lost' }
      const failed = counter.failed + 1
      const locks = failed >= threshold
      counters.set(counter.key, {
        ...counter,
        failed,
        undecided: counter.undecided - 1,
        lockedAt: locks ? now : null,
      })
      return locks ? { kind: 'locked' } : { kind: 'counted', failed }
    },

    async succeed(reservation, now) {
      const counter = awaiting(reservation)
      if (!counter || counter.undecidedUntil <= now || counter.lockedAt !== null) return false
      counters.set(counter.key, { ...counter, failed: 0, undecided: counter.undecided - 1 })
      return true
    },

    async release(reservation) {
      const counter = awaiting(reservation)
      if (counter) counters.set(counter.key, { ...counter, undecided: counter.undecided - 1 })
    },

    async lockedAt(key) {
      return counters.get(key)?.lockedAt ?? null
    },

    async clear(key) {
      const counter = counters.get(key)
      if (!counter) return false
      counters.set(key, opened(counter))
      return counter.lockedAt !== null
    },

    async addFailedSignIn(failure, kept) {
      const all = [failure, ...(failedSignIns.get(failure.userId) ?? [])]
      const newestFirst = all.sort((a, b) => b.at - a.at || compareText(b.id, a.id))
      failedSignIns.set(failure.userId, newestFirst.slice(0, kept))
    },

    async listFailedSignIns(userId, limit) {
      return (failedSignIns.get(userId) ?? []).slice(0, limit)
    },
  }
}

function fresh(key: string, now: number): Counter {
  return { key, failed: 0, undecided: 0, undecidedUntil: 0, generation: 0, lockedAt: null, usedAt: now }
}

/** At zero and open; verdicts still out come too late. */
function opened(counter: Counter): Counter {
  return { ...counter, failed: 0, undecided: 0, undecidedUntil: 0, generation: counter.generation + 1, lockedAt: null }
}

/** The counter as it is at `now`: a lock that is over opened, attempts whose lease ran out counted as wrong. */
function settled(counter: Counter, { now, threshold, openedBefore }: AttemptRules): Counter {
  if (counter.lockedAt !== null) {
    return openedBefore !== null && counter.lockedAt <= openedBefore ? opened(counter) : counter
  }
  if (counter.undecided > 0 && counter.undecidedUntil > now) return counter
  const failed = counter.failed + counter.undecided
  return {
    ...counter,
    failed,
    undecided: 0,
    undecidedUntil: 0,
    generation: counter.generation + (counter.undecided > 0 ? 1 : 0),
    lockedAt: failed >= threshold ? now : null,
  }
}
