import type { Clock } from '../ports/clock.ts'
import type { Random } from '../ports/random.ts'

/** Milliseconds between two looks of the head of a queue: 5 to 10, so that processes do not look in step. */
const PAUSE = 5

/** How many may wait in one process, over all keys. */
const CAPACITY = 256

/** Lets callers wait, first come first served per key, for something that frees up again. */
export interface WaitingRoom {
  /**
   * Runs `attempt` until it gives something other than null. While one caller of a key is turned back, later ones
   * queue behind and do not ask. Null when the wait was too long or too many wait already.
   */
  enter<T>(key: string, attempt: () => Promise<T | null>): Promise<T | null>
  /** Something of that key freed up in this process: the head of its queue may look at once. */
  leave(key: string): void
}

interface Queue {
  /** Callers behind the head, in order. */
  readonly waiting: (() => void)[]
  /** Ends the head's pause; absent while it is looking. */
  wake?: () => void
}

export function createWaitingRoom(clock: Clock, random: Random, longest: number): WaitingRoom {
  const queues = new Map<string, Queue>()
  let inside = 0

  async function head<T>(queue: Queue, attempt: () => Promise<T | null>, deadline: number): Promise<T | null> {
    for (;;) {
      const given = await attempt()
      if (given !== null || clock.now() >= deadline) return given
      const pause = PAUSE + ((random.bytes(1)[0] ?? 0) / 255) * PAUSE
      await Promise.race([clock.wait(pause), new Promise<void>((resolve) => (queue.wake = resolve))])
      delete queue.wake
    }
  }

  return {
    async enter(key, attempt) {
      const deadline = clock.now() + longest
      let queue = queues.get(key)
      if (!queue) {
        const given = await attempt()
        if (given !== null) return given
        queue = queues.get(key)
      }
      if (inside >= CAPACITY) return null
      inside += 1
      try {
        if (queue) {
          const behind = queue
          await new Promise<void>((resolve) => behind.waiting.push(resolve))
        } else {
          queue = { waiting: [] }
          queues.set(key, queue)
        }
        return await head(queue, attempt, deadline)
      } finally {
        inside -= 1
        const next = queue?.waiting.shift()
        if (next) next()
        else queues.delete(key)
      }
    },
    leave(key) {
      queues.get(key)?.wake?.()
    },
  }
}
