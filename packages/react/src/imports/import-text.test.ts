import { expect, test } from 'vitest'
import { listDifference, sizeText, timeLeftText } from './import-text.ts'

test('a size is told in the unit that fits it', () => {
  expect(sizeText(0, 'en-GB')).toBe('0 byte')
  expect(sizeText(999, 'en-GB')).toBe('999 byte')
  expect(sizeText(148_211, 'en-GB')).toBe('148 kB')
  expect(sizeText(3_249_000, 'de')).toBe('3,2 MB')
  expect(sizeText(99_000_000_000, 'en-GB')).toBe('99,000 MB')
})

test('the time left is rounded up and never nothing', () => {
  expect(timeLeftText(0, 'en-GB')).toBe('1 second')
  expect(timeLeftText(13_400, 'en-GB')).toBe('14 seconds')
  expect(timeLeftText(121_000, 'de')).toBe('3 Minuten')
  expect(timeLeftText(3 * 3_600_000, 'en-GB')).toBe('3 hours')
})

test('of several values in a cell, those given and those taken are told', () => {
  expect(listDifference('a;b', 'b; c;d', ';')).toEqual({ added: ['c', 'd'], taken: ['a'] })
  expect(listDifference('', 'a', ';')).toEqual({ added: ['a'], taken: [] })
})
