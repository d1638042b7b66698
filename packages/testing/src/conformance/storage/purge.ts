import { FAILED_SIGN_INS_KEPT, UNKNOWN_ATTEMPTS_KEPT } from '@rollcall/core/rules'
import { expect } from 'vitest'
import type { TestStorageCase } from '../storage.ts'
import { chunk, importOf } from './imports.ts'
import {
  add,
  apiToken,
  attempt,
  DAY,
  entry,
  HOUR,
  idsOf,
  lock,
  mail,
  NOW,
  person,
  reserved,
  session,
  TIME,
  token,
} from './records.ts'

export function testPurge(test: TestStorageCase): void {
  test('forgets sessions that are over and keeps the others', async (storage) => {
    await add(storage, person('ann'))
    await storage.sessions.add(session('over', 'ann', { expiresAt: NOW }))
    await storage.sessions.add(session('live', 'ann', { expiresAt: NOW + 1 }))
    await storage.purge(NOW)
    const left = await storage.sessions.list('ann', NOW - HOUR)
    expect(left.map(({ id }) => id)).toEqual(['live'])
  })

  for (const kind of ['reset', 'temporary-password', 'email-change'] as const) {
    test(`forgets a ${kind} that is over and keeps the others`, async (storage) => {
      await add(storage, person('ann'), person('bob'))
      await storage.tokens.issue(token('over', 'ann', { kind, expiresAt: NOW }))
      await storage.tokens.issue(token('live', 'bob', { kind, expiresAt: NOW + 1, codeExpiresAt: NOW - 1 }))
      await storage.purge(NOW)
      expect(await storage.tokens.findByUser(kind, 'ann')).toBeNull()
      expect(await storage.tokens.find(kind, 'link-live', NOW)).not.toBeNull()
    })
  }

  test('keeps expired invitations, so that who sent them and how often can be told', async (storage) => {
    await add(storage, person('ann', { registeredAt: null }))
    const over = token('over', 'ann', { kind: 'invitation', expiresAt: NOW - 1, senderId: 'bob', sends: 3 })
    await storage.tokens.issue(over)
    await storage.purge(NOW)
    expect(await storage.tokens.findByUser('invitation', 'ann')).toEqual(over)
    expect(await storage.tokens.find('invitation', 'link-over', NOW)).toBeNull()
  })

  test('forgets API tokens that are over and keeps the others', async (storage) => {
    await add(storage, person('ann'))
    await storage.apiTokens.add(apiToken('over', 'ann', { expiresAt: NOW }), 5, NOW - 1)
    await storage.apiTokens.add(apiToken('live', 'ann', { expiresAt: NOW + 1 }), 5, NOW - 1)
    await storage.purge(NOW)
    expect((await storage.apiTokens.list('ann')).map(({ id }) => id)).toEqual(['live'])
  })

  test('leaves the status of an expired invitation as it was', async (storage) => {
    await add(storage, person('ann', { registeredAt: null }))
    await storage.tokens.issue(token('over', 'ann', { kind: 'invitation', expiresAt: NOW - 1 }))
    await storage.purge(NOW)
    expect(await idsOf(storage, { status: ['invitation-expired'] }, TIME)).toEqual(['ann'])
  })

  test('frees the keys of answers that are over and keeps the others', async (storage) => {
    const answer = { key: 'over', inputDigest: 'i', answer: '1', expiresAt: NOW }
    await storage.answers.add(answer, NOW - 1)
    await storage.answers.add({ ...answer, key: 'live', expiresAt: NOW + 1 }, NOW - 1)
    await storage.purge(NOW)
    expect(await storage.answers.add({ ...answer, expiresAt: NOW + DAY }, NOW - 1)).toBe(true)
    expect(await storage.answers.add({ ...answer, key: 'live' }, NOW)).toBe(false)
  })

  test('forgets imports that are over, complete or not, with their rows', async (storage) => {
    const { imports } = storage
    for (const [id, expiresAt] of [
      ['over', NOW],
      ['begun', NOW - 1],
      ['live', NOW + 1],
    ] as const) {
      await imports.add(importOf(id, { expiresAt }))
      await imports.addChunk(chunk(id, 0))
      if (id !== 'begun') await imports.complete(id)
    }
    await storage.purge(NOW)
    expect(await imports.find('over', NOW - 1)).toBeNull()
    for (const id of ['over', 'begun']) expect(await imports.chunkAfter(id, 0, null)).toBeNull()
    expect(await imports.find('live', NOW)).not.toBeNull()
    expect(await imports.chunkAfter('live', 0, null)).toEqual(chunk('live', 0))
  })

  test('forgets old failed sign-ins and keeps the others', async (storage) => {
    await add(storage, person('ann'))
    const failure = { userId: 'ann', cause: 'wrong-password', address: null, agent: null } as const
    await storage.lockout.addFailedSignIn({ ...failure, id: 'old', at: NOW - FAILED_SIGN_INS_KEPT.for - 1 }, 100)
    await storage.lockout.addFailedSignIn({ ...failure, id: 'new', at: NOW - FAILED_SIGN_INS_KEPT.for + 1 }, 100)
    await storage.purge(NOW)
    expect((await storage.lockout.listFailedSignIns('ann', 10)).map(({ id }) => id)).toEqual(['new'])
  })

  test('drops counters of unknown identifiers after a day without an attempt, never those of people', async (storage) => {
    const { lockout } = storage
    await add(storage, person('ann'))
    for (const key of ['?old', 'ann']) await lock(lockout, key)
    await lockout.fail(await reserved(lockout, '?used'), attempt())
    await lockout.fail(await reserved(lockout, '?used', attempt(NOW + HOUR)), attempt(NOW + HOUR))
    await storage.purge(NOW + UNKNOWN_ATTEMPTS_KEPT - 1)
    expect(await lockout.lockedAt('?old')).toBe(NOW)
    const later = NOW + UNKNOWN_ATTEMPTS_KEPT + 1
    await storage.purge(later)
    expect(await lockout.lockedAt('?old')).toBeNull()
    expect(await lockout.lockedAt('ann')).toBe(NOW)
    const third = await reserved(lockout, '?used', attempt(later))
    expect(await lockout.fail(third, attempt(later))).toEqual({ kind: 'locked' })
  })

  test('touches neither people, audit nor mails', async (storage) => {
    await add(storage, person('ann'))
    await storage.audit.append(entry('a'))
    await storage.outbox.add([mail('m', 'ann')])
    await storage.purge(NOW + 10_000 * DAY)
    expect(await storage.users.find('ann')).not.toBeNull()
    expect(await storage.audit.countUnsealed()).toBe(1)
    expect(await storage.outbox.delivery('m')).not.toBeNull()
  })
}
