import { setImmediate } from 'node:timers'

/** Milliseconds that statements may hold the event loop on end: a request takes several of its turns. */
const HELD = 2

let turn: { readonly began: number; readonly over: Promise<void> } | null = null

/**
 * The event loop's next turn, once statements have held this one for long enough; null before. The driver answers at
 * once, so that a long row of statements would let nothing else happen: no request come in, no password be compared.
 */
export function dueTurn(): Promise<void> | null {
  turn ??= { began: performance.now(), over: nextTurn() }
  return performance.now() - turn.began < HELD ? null : turn.over
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(() => {
      turn = null
      resolve()
    })
  })
}
