import { HasherBusyError } from '@rollcall/core'

/**
 * Runs at most `atOnce` tasks together and lets `waiting` more wait their turn, in order; any further one is refused
 * with a `HasherBusyError` before it starts.
 */
export function boundedQueue(atOnce: number, waiting: number) {
  const queue: (() => void)[] = []
  let running = 0

  return async function run<T>(task: () => Promise<T>): Promise<T> {
    if (running < atOnce) running += 1
    else {
      if (queue.length >= waiting) throw new HasherBusyError()
      // Whoever finishes hands its place over, so `running` stays as it is.
      await new Promise<void>((resolve) => queue.push(resolve))
    }
    try {
      return await task()
    } finally {
      const next = queue.shift()
      if (next) next()
      else running -= 1
    }
  }
}
