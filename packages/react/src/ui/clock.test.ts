import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createClock } from './clock.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('the clock ticks only while somebody listens, and is right again for the next one', () => {
  let time = 0
  const clock = createClock(() => time)
  const changed = vi.fn()
  const leave = clock.subscribe(changed)
  time = 30_000
  vi.advanceTimersByTime(30_000)
  expect(changed).toHaveBeenCalledOnce()
  expect(clock.read()).toBe(30_000)

  leave()
  expect(vi.getTimerCount()).toBe(0)
  time = 900_000
  expect(clock.read()).toBe(30_000)
  clock.subscribe(changed)
  expect(clock.read()).toBe(900_000)
})
