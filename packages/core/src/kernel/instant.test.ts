import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isoOf } from './instant.ts'

it('formats every instant as a Date does, before 1970 and after 9999 too', () => {
  const last = 8.64e15
  fc.assert(
    fc.property(fc.oneof(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: -last, max: last })), (instant) => {
      expect(isoOf(instant)).toBe(new Date(instant).toISOString())
    }),
  )
  for (const instant of [0, -1, 1, 9, 99, 999, last, -last])
    expect(isoOf(instant)).toBe(new Date(instant).toISOString())
})

it('refuses what is no instant, rather than to format it', () => {
  for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, 1e16]) expect(() => isoOf(wrong)).toThrow(RangeError)
})

it('is null where there is none', () => {
  expect(isoOf(null)).toBeNull()
})
