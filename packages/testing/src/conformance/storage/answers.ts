import { expect } from 'vitest'
import type { TestStorageCase } from '../storage.ts'
import { DAY, NOW } from './records.ts'

const ANSWER = { key: 'k', inputDigest: 'i', answer: '{"name":"山田"}', expiresAt: NOW + DAY }

export function testAnswers(test: TestStorageCase): void {
  test('remembers an answer under its key until it expires', async ({ answers }) => {
    expect(await answers.find('k', NOW)).toBeNull()
    expect(await answers.add(ANSWER, NOW)).toBe(true)
    expect(await answers.find('k', NOW)).toEqual(ANSWER)
    expect(await answers.find('K', NOW)).toBeNull()
    expect(await answers.find('k', NOW + DAY - 1)).toEqual(ANSWER)
    expect(await answers.find('k', NOW + DAY)).toBeNull()
  })

  test('keeps the first answer of a key', async ({ answers }) => {
    await answers.add(ANSWER, NOW)
    expect(await answers.add({ ...ANSWER, inputDigest: 'j', answer: '2' }, NOW)).toBe(false)
    expect(await answers.find('k', NOW)).toEqual(ANSWER)
    expect(await answers.add({ ...ANSWER, key: 'other' }, NOW)).toBe(true)
  })

  test('takes a key again once its answer expired, and not a millisecond before', async ({ answers }) => {
    const next = { ...ANSWER, inputDigest: 'j', answer: '2', expiresAt: NOW + 3 * DAY }
    await answers.add({ ...ANSWER, key: 'other' }, NOW)
    await answers.add(ANSWER, NOW)
    expect(await answers.add(next, NOW + DAY - 1)).toBe(false)
    expect(await answers.find('k', NOW)).toEqual(ANSWER)
    expect(await answers.add(next, NOW + DAY)).toBe(true)
    expect(await answers.find('k', NOW + DAY)).toEqual(next)
    expect(await answers.add({ ...next, answer: '3' }, NOW + 2 * DAY)).toBe(false)
    expect(await answers.find('k', NOW + 2 * DAY)).toEqual(next)
    expect(await answers.find('other', NOW)).toEqual({ ...ANSWER, key: 'other' })
  })

  test('forgets an answer whose transaction was rolled back', async (storage) => {
    const failure = new Error('no')
    const attempt = storage.transaction(async (tx) => {
      expect(await tx.answers.add(ANSWER, NOW)).toBe(true)
      throw failure
    })
    await expect(attempt).rejects.toBe(failure)
    expect(await storage.answers.add({ ...ANSWER, answer: '2' }, NOW)).toBe(true)
  })
}
