import { expect, test } from 'vitest'
import { exactTime, relativeTime } from './time-text.ts'

const style = { locale: 'en-GB', timeZone: 'Europe/Berlin' }
const now = Date.parse('2026-06-14T12:02:41Z')
const ago = (milliseconds: number) => relativeTime(now - milliseconds, now, style)

test('times under a day are told in words, both ways, never rounded up', () => {
  expect(ago(0)).toBe('now')
  expect(ago(59_999)).toBe('now')
  expect(ago(60_000)).toBe('1 minute ago')
  expect(ago(3_599_999)).toBe('59 minutes ago')
  expect(ago(86_399_999)).toBe('23 hours ago')
  expect(ago(-2 * 3_600_000)).toBe('in 2 hours')
})

test('a day and more is a date, in the reader’s time zone', () => {
  expect(ago(86_400_000)).toBe('13 Jun 2026')
  const lateEvening = Date.parse('2026-03-11T23:30:00Z')
  expect(relativeTime(lateEvening, now, style)).toBe('12 Mar 2026')
  expect(relativeTime(lateEvening, now, { ...style, timeZone: 'UTC' })).toBe('11 Mar 2026')
})

test('the exact time carries seconds and the language', () => {
  expect(exactTime(now, style)).toBe('14 Jun 2026, 14:02:41')
  expect(exactTime(now, { ...style, locale: 'de' })).toBe('14.06.2026, 14:02:41')
})
