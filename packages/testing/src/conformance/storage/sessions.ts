import { expect } from 'vitest'
import type { TestStorageCase } from '../storage.ts'
import { add, grant, HOUR, NOW, person, session } from './records.ts'

export function testSessions(test: TestStorageCase): void {
  test('finds a session by its digest, with its person and their grants', async (storage) => {
    const { keys, rank, ...ann } = person('ann', { grants: [grant('Owner'), grant('Editor', 'app:1')] })
    await add(storage, { ...ann, keys, rank }, person('bob'))
    const stored = session('s', 'ann', { restricted: true, confirmedAt: NOW - 1, address: null, agent: null })
    await storage.sessions.add(stored)
    await storage.sessions.add(session('t', 'bob'))
    const found = await storage.sessions.find('digest-s', NOW)
    expect(found?.session).toEqual(stored)
    expect(found?.user).toMatchObject({ ...ann, version: 1 })
    expect(await storage.sessions.find('digest-x', NOW)).toBeNull()
    expect(await storage.sessions.find('DIGEST-S', NOW)).toBeNull()
  })

  test('shows the person as they are now, not as they were at sign-in', async (storage) => {
    const ann = person('ann', { grants: [grant('Owner')] })
    await add(storage, ann)
    await storage.sessions.add(session('s', 'ann'))
    const grants = { all: [grant('Viewer')], rank: 1 }
    await storage.users.update('ann', 1, { fields: { enabled: false }, keys: ann.keys, grants })
    const found = await storage.sessions.find('digest-s', NOW)
    expect(found?.user).toMatchObject({ enabled: false, grants: [grant('Viewer')], version: 2 })
  })

  test('lets a session live until it expires and not a millisecond longer', async ({ sessions, users }) => {
    await users.insert(person('ann'))
    const { expiresAt, digest } = session('s', 'ann')
    await sessions.add(session('s', 'ann'))
    expect(await sessions.find(digest, expiresAt - 1)).not.toBeNull()
    expect(await sessions.list('ann', expiresAt - 1)).toHaveLength(1)
    for (const now of [expiresAt, expiresAt + 1]) {
      expect(await sessions.find(digest, now)).toBeNull()
      expect(await sessions.list('ann', now)).toEqual([])
    }
  })

  test('does not judge idle sessions', async ({ sessions, users }) => {
    await users.insert(person('ann'))
    await sessions.add(session('s', 'ann', { lastUsedAt: NOW - 1_000 * HOUR }))
    expect(await sessions.find('digest-s', NOW)).not.toBeNull()
    expect(await sessions.list('ann', NOW)).toHaveLength(1)
  })

  test('notes a use, the last write winning, and none of a session gone', async ({ sessions, users }) => {
    await users.insert(person('ann'))
    await sessions.add(session('s', 'ann'))
    await sessions.touch('s', NOW + 5)
    await sessions.touch('s', NOW + 4)
    await sessions.touch('gone', NOW + 5)
    expect(await sessions.list('ann', NOW)).toEqual([session('s', 'ann', { lastUsedAt: NOW + 4 })])
    expect((await sessions.find('digest-s', NOW))?.session.lastUsedAt).toBe(NOW + 4)
  })

  test('notes that the password was given again, and answers to the new digest only', async (storage) => {
    const { sessions } = storage
    await add(storage, person('ann'))
    const stored = session('s', 'ann', { confirmedAt: NOW - HOUR, restricted: true })
    await sessions.add(stored)
    await sessions.add(session('other', 'ann', { lastUsedAt: NOW - 1 }))
    await sessions.confirm('s', 'new-digest', NOW + 5)
    await sessions.confirm('gone', 'no-digest', NOW + 5)
    const confirmed = { ...stored, digest: 'new-digest', confirmedAt: NOW + 5 }
    expect(await sessions.find('digest-s', NOW)).toBeNull()
    expect((await sessions.find('new-digest', NOW))?.session).toEqual(confirmed)
    expect(await sessions.find('no-digest', NOW)).toBeNull()
    expect(await sessions.list('ann', NOW)).toEqual([confirmed, session('other', 'ann', { lastUsedAt: NOW - 1 })])
    await sessions.touch('s', NOW + 6)
    expect((await sessions.find('new-digest', NOW))?.session).toEqual({ ...confirmed, lastUsedAt: NOW + 6 })
    expect(await sessions.end('s', 'ann')).toBe(true)
    expect(await sessions.find('new-digest', NOW)).toBeNull()
  })

  test('lists a person’s own sessions, most recently used first', async (storage) => {
    const { sessions } = storage
    await add(storage, person('ann'), person('bob'))
    await sessions.add(session('one', 'ann', { lastUsedAt: NOW + 1 }))
    await sessions.add(session('two', 'ann', { lastUsedAt: NOW + 3 }))
    await sessions.add(session('three', 'ann', { lastUsedAt: NOW + 2 }))
    await sessions.add(session('bobs', 'bob', { lastUsedAt: NOW + 9 }))
    expect((await sessions.list('ann', NOW)).map(({ id }) => id)).toEqual(['two', 'three', 'one'])
    await sessions.touch('one', NOW + 5)
    expect((await sessions.list('ann', NOW)).map(({ id }) => id)).toEqual(['one', 'two', 'three'])
  })

  test('ends one session, of that person only', async (storage) => {
    const { sessions } = storage
    await add(storage, person('ann'), person('bob'))
    await sessions.add(session('s', 'ann'))
    await sessions.add(session('other', 'ann'))
    expect(await sessions.end('s', 'bob')).toBe(false)
    expect(await sessions.end('gone', 'ann')).toBe(false)
    expect(await sessions.find('digest-s', NOW)).not.toBeNull()
    expect(await sessions.end('s', 'ann')).toBe(true)
    expect(await sessions.end('s', 'ann')).toBe(false)
    expect(await sessions.find('digest-s', NOW)).toBeNull()
    expect(await sessions.find('digest-other', NOW)).not.toBeNull()
  })

  test('ends all sessions of a person but one, and says how many', async (storage) => {
    const { sessions } = storage
    await add(storage, person('ann'), person('bob'))
    for (const id of ['one', 'two', 'three']) await sessions.add(session(id, 'ann'))
    await sessions.add(session('bobs', 'bob'))
    expect(await sessions.endAll('ann', 'two')).toBe(2)
    expect((await sessions.list('ann', NOW)).map(({ id }) => id)).toEqual(['two'])
    expect(await sessions.endAll('ann', 'bobs')).toBe(1)
    expect(await sessions.endAll('ann', null)).toBe(0)
    expect(await sessions.list('ann', NOW)).toEqual([])
    expect(await sessions.list('bob', NOW)).toHaveLength(1)
  })

  test('ends every session when none is excepted', async ({ sessions, users }) => {
    await users.insert(person('ann'))
    for (const id of ['one', 'two']) await sessions.add(session(id, 'ann'))
    expect(await sessions.endAll('ann', null)).toBe(2)
    expect(await sessions.find('digest-one', NOW)).toBeNull()
  })
}
