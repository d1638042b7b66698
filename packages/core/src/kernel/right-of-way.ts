import type { Clock } from '../ports/clock.ts'

/** Work that somebody waits for goes before work that takes its time anyway. */
export interface RightOfWay {
  /** Does `work` at once; whoever gives way lets it finish. */
  take<T>(work: () => Promise<T>): Promise<T>
  /** Waits a moment for what is under way by now. What comes later is not waited for: whoever gives way gets on. */
  give(): Promise<void>
}

/** Milliseconds; a password is hashed in less. */
const PATIENCE = 500

export function createRightOfWay(clock: Pick<Clock, 'wait'>): RightOfWay {
  const under = new Set<Promise<unknown>>()
  return {
    async take(work) {
      const working = work()
      under.add(working)
      try {
        return await working
      } finally {
        under.delete(working)
      }
    },
    async give() {
      if (under.size > 0) await Promise.race([Promise.allSettled(under), clock.wait(PATIENCE)])
    },
  }
}
