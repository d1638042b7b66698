import { expect, test } from 'vitest'
import { memoryRateLimiter } from './rate-limiter.ts'

const few = { points: 2, overall: 5, seconds: 60 }

test('an address that used up its allowance waits at most the window; others and other limits are untouched', async () => {
  const limiter = memoryRateLimiter({ 'sign-in': few })
  expect(await limiter.take('sign-in', '192.0.2.1')).toBeNull()
  expect(await limiter.take('sign-in', '192.0.2.1')).toBeNull()
  const seconds = await limiter.take('sign-in', '192.0.2.1')
  expect(seconds).toBeGreaterThan(50)
  expect(seconds).toBeLessThanOrEqual(60)
  expect(await limiter.take('sign-in', '192.0.2.2')).toBeNull()
  expect(await limiter.take('mail', '192.0.2.1')).toBeNull()
})

test('all addresses together have an allowance too', async () => {
  const limiter = memoryRateLimiter({ mail: few })
  for (const host of [1, 2, 3, 4, 5]) expect(await limiter.take('mail', `192.0.2.${host}`)).toBeNull()
  expect(await limiter.take('mail', '192.0.2.6')).toBeGreaterThan(0)
})

test('one address cannot use up the allowance of all', async () => {
  const limiter = memoryRateLimiter({ 'sign-in': few })
  for (let attempt = 0; attempt < 50; attempt += 1) await limiter.take('sign-in', '192.0.2.1')
  expect(await limiter.take('sign-in', '192.0.2.2')).toBeNull()
})

test('the allowance is back when its window is over', async () => {
  const limiter = memoryRateLimiter({ mail: { points: 1, overall: 10, seconds: 0.05 } })
  await limiter.take('mail', '192.0.2.1')
  expect(await limiter.take('mail', '192.0.2.1')).toBe(1)
  await expect.poll(() => limiter.take('mail', '192.0.2.1')).toBeNull()
})
