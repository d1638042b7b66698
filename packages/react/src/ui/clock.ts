/** The present moment for everything that says "2 minutes ago": one ticker, whatever the number of rows. */
export interface Clock {
  readonly subscribe: (changed: () => void) => () => void
  /** Epoch milliseconds, stable between ticks. */
  readonly read: () => number
  /** Epoch milliseconds of this very moment. */
  readonly now: () => number
}

const TICK = 30_000

/** `now` is asked once a tick, and only while somebody is listening. */
export function createClock(now: () => number): Clock {
  const listeners = new Set<() => void>()
  let time = now()
  let timer: ReturnType<typeof setInterval> | undefined

  function tick() {
    time = now()
    for (const changed of listeners) changed()
  }

  return {
    now,
    read: () => time,
    subscribe(changed) {
      listeners.add(changed)
      if (listeners.size === 1) {
        time = now()
        timer = setInterval(tick, TICK)
      }
      return () => {
        listeners.delete(changed)
        if (listeners.size === 0) clearInterval(timer)
      }
    },
  }
}
