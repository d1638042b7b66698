import { expect, test } from 'vitest'
import { wireFilter } from './audit-filter.ts'

const of = (from: string, until: string, timeZone: string) => {
  const wire = wireFilter({ from, until }, undefined, timeZone)
  return [wire.from, wire.until]
}

test('days are those of the reader’s zone, the last one included', () => {
  expect(of('2026-06-13', '2026-06-14', 'Europe/Berlin')).toEqual([
    '2026-06-12T22:00:00.000Z',
    '2026-06-14T22:00:00.000Z',
  ])
  expect(of('2026-06-14', '2026-06-14', 'America/Los_Angeles')).toEqual([
    '2026-06-14T07:00:00.000Z',
    '2026-06-15T07:00:00.000Z',
  ])
  expect(of('2026-06-14', '2026-06-14', 'Pacific/Kiritimati')).toEqual([
    '2026-06-13T10:00:00.000Z',
    '2026-06-14T10:00:00.000Z',
  ])
})

test('a day whose clocks change begins when its date does, even without a midnight', () => {
  expect(of('2026-03-29', '2026-03-29', 'Europe/Berlin')).toEqual([
    '2026-03-28T23:00:00.000Z',
    '2026-03-29T22:00:00.000Z',
  ])
  expect(of('2026-04-24', '2026-04-24', 'Africa/Cairo')).toEqual([
    '2026-04-23T22:00:00.000Z',
    '2026-04-24T21:00:00.000Z',
  ])
  expect(of('2025-09-07', '2025-09-07', 'America/Santiago')).toEqual([
    '2025-09-07T04:00:00.000Z',
    '2025-09-08T03:00:00.000Z',
  ])
})

test('kinds of actions become the actions of those kinds', () => {
  const { action = [] } = wireFilter({ groups: ['impersonation', 'signIn'] }, 'usr_1', undefined)
  expect(action).toContain('impersonation.request')
  expect(action).toContain('lockout.lockUser')
  expect(action).not.toContain('users.editUser')
  expect(wireFilter({}, undefined, undefined)).toEqual({})
})
