import { type Clock, systemClock } from '@rollcall/core'

/** A clock that stands still until it is moved. Waiting takes real time and moves nothing. */
export interface MovableClock extends Clock {
  /** Moves to that instant, in epoch milliseconds. */
  set(now: number): void
  /** Moves by that many milliseconds. */
  advance(milliseconds: number): void
}

export function movableClock(start: number): MovableClock {
  let now = start
  return {
    now: () => now,
    wait: systemClock.wait,
    set(instant) {
      now = instant
    },
    advance(milliseconds) {
      now += milliseconds
    },
  }
}
