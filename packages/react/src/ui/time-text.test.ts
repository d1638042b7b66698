import { expect, test } from 'vitest'
import { dayTime, exactTime, relativeTime } from './time-text.ts'

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

test('a moment near by is told by its day as the reader’s zone counts days, and by the clock', () => {
  const day = (at: string, locale = 'en-GB', timeZone = 'Europe/Berlin') =>
    dayTime(Date.parse(at), now, { locale, timeZone })
  expect(day('2026-06-14T12:02:00Z')).toBe('today, 14:02')
  expect(day('2026-06-13T22:30:00Z')).toBe('today, 00:30')
  expect(day('2026-06-13T22:30:00Z', 'en-GB', 'UTC')).toBe('yesterday, 22:30')
  expect(day('2026-06-15T01:00:00Z', 'de')).toBe('morgen, 03:00')
  expect(day('2026-06-12T12:00:00Z')).toBe('12 Jun 2026, 14:00')
  expect(dayTime(now, now, style, 'second')).toBe('today, 14:02:41')
  expect(dayTime(now, Number.NaN, style)).toBe('14 Jun 2026, 14:02')
})

test('the word for the day stands where the language puts the date', () => {
  expect(dayTime(now, now, { ...style, locale: 'vi' })).toMatch(/^14:02.*hôm nay$/i)
})
