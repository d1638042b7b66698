import { expect, test } from 'vitest'
import { matchOf } from './menu-match.ts'

const ACTS = ['Edit user', 'Reset password', 'Resend', 'Éloigner', 'Delete…']

test.each([
  ['the first of a letter', 'r', -1, 1],
  ['the next of the same letter', 'r', 1, 2],
  ['round to the first again', 'r', 2, 1],
  ['the next for a letter typed twice', 'rr', 1, 2],
  ['the one that stays right as more is typed', 'res', 1, 1],
  ['the one that more letters tell apart', 'rese', 1, 1],
  ['another one that more letters lead to', 'resen', 1, 2],
  ['whatever its case', 'É', -1, 3],
  ['nothing', 'x', 0, -1],
])('finds %s', (_, typed, current, place) => {
  expect(matchOf(ACTS, typed, current)).toBe(place)
})

test('finds nothing where there is nothing', () => {
  expect(matchOf([], 'a', -1)).toBe(-1)
})
