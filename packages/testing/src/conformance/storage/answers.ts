import { expect } from 'vitest'
import type { TestStorageCase } from '../storage.ts'
import { DAY, NOW } from './records.ts'

const ANSWER = { key: 'k', inputDigest: 'i', answer: '{"name":"山田"}', expiresAt: NOW + DAY }

export function testAnswers(test: TestStorageCase): void {
  test('remembers an answer under its key until it expires', async ({ answers }) => {
    expect(await answers.find('k', NOW)).toBeNull()
    expect(await answers.add(ANSWER)).toBe(true)
    expect(await answers.find('k', NOW)).toEqual(ANSWER)
    expect(await answers.find('K', NOW)).toBeNull()
    expect(await answers.find('k', NOW + DAY - 1)).toEqual(ANSWER)
    expect(await answers.find('k', NOW + DAY)).toBeNull()
  })

  test('keeps the first answer of a key', async ({ answers }) => {
    await answers.add(ANSWER)
    expect(await answers.add({ ...ANSWER, inputDigest: 'j', answer: '2' })).toBe(false)
    expect(await answers.find('k', NOW)).toEqual(ANSWER)
    expect(await answers.add({ ...ANSWER, key: 'other' })).toBe(true)
  })

  test('forgets an answer whose transaction was rolled back', async (storage) => {
    const failure = new Error('no')
    const attempt = storage.transaction(async (tx) => {
      expect(await tx.answers.add(ANSWER)).toBe(true)
      throw failure
    })
    await expect(attempt).rejects.toBe(failure)
    expect(await storage.answers.add({ ...ANSWER, answer: '2' })).toBe(true)
  })
}
