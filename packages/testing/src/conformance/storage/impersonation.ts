import type { Storage } from '@rollcall/core'
import { expect } from 'vitest'
import type { TestStorageCase } from '../storage.ts'
import { acting, add, DAY, NOW, person, session } from './records.ts'

const ANNS = session('anns', 'ann')
const OTHER = session('other', 'ann')

/** Ann at two desks, acting as bob from the first and as cat from the second; bob signed in himself. */
async function populate(storage: Storage): Promise<void> {
  await add(storage, person('ann'), person('bob'), person('cat'))
  const begun = [acting('as-bob', 'bob', ANNS), acting('as-cat', 'cat', OTHER)]
  for (const one of [ANNS, OTHER, session('bobs', 'bob'), ...begun]) await storage.sessions.add(one)
}

/** The ids of the sessions that are left, sorted. */
async function left({ sessions }: Storage): Promise<string[]> {
  const all = ['anns', 'as-bob', 'as-cat', 'bobs', 'other']
  const found = await Promise.all(all.map(async (id) => (await sessions.find(`digest-${id}`, NOW)) && id))
  return found.filter((id) => id !== null)
}

export function testImpersonation(test: TestStorageCase): void {
  test('tells who acts as somebody, from which session and why', async (storage) => {
    await populate(storage)
    const found = await storage.sessions.find('digest-as-bob', NOW)
    expect(found?.session).toEqual(acting('as-bob', 'bob', ANNS))
    expect(found?.user.id).toBe('bob')
    expect((await storage.sessions.find('digest-anns', NOW))?.session.impersonation).toBeNull()
  })

  test('finds a session by its id until it expires, whosever it is', async (storage) => {
    await populate(storage)
    const { sessions } = storage
    expect(await sessions.findById('anns', ANNS.expiresAt - 1)).toEqual(ANNS)
    expect(await sessions.findById('as-bob', NOW)).toEqual(acting('as-bob', 'bob', ANNS))
    expect(await sessions.findById('anns', ANNS.expiresAt)).toBeNull()
    expect(await sessions.findById('ANNS', NOW)).toBeNull()
    expect(await sessions.findById('digest-anns', NOW)).toBeNull()
  })

  test('lists a person’s own sessions only, nobody’s who acts as them', async (storage) => {
    await populate(storage)
    const ids = async (userId: string) => (await storage.sessions.list(userId, NOW)).map(({ id }) => id)
    expect(await ids('bob')).toEqual(['bobs'])
    expect(await ids('cat')).toEqual([])
    expect(await ids('ann')).toEqual(['other', 'anns'])
  })

  test('ends what was begun from a session with it, and nothing else', async (storage) => {
    await populate(storage)
    expect(await storage.sessions.end('anns', 'ann')).toBe(true)
    expect(await left(storage)).toEqual(['as-cat', 'bobs', 'other'])
  })

  test('ends one in which somebody acts as a person, and leaves the session it was begun from', async (storage) => {
    await populate(storage)
    expect(await storage.sessions.end('as-bob', 'ann')).toBe(false)
    expect(await storage.sessions.end('as-bob', 'bob')).toBe(true)
    expect(await left(storage)).toEqual(['anns', 'as-cat', 'bobs', 'other'])
  })

  test('ends all of a person’s, those in which somebody acts as them included, and counts their own', async (storage) => {
    await populate(storage)
    expect(await storage.sessions.endAll('bob', null)).toBe(1)
    expect(await left(storage)).toEqual(['anns', 'as-cat', 'other'])
    expect(await storage.sessions.endAll('cat', null)).toBe(0)
    expect(await left(storage)).toEqual(['anns', 'other'])
  })

  test('ends what a person began from the sessions ended, not from the one excepted', async (storage) => {
    await populate(storage)
    expect(await storage.sessions.endAll('ann', 'anns')).toBe(1)
    expect(await left(storage)).toEqual(['anns', 'as-bob', 'bobs'])
    expect(await storage.sessions.endAll('ann', null)).toBe(1)
    expect(await left(storage)).toEqual(['bobs'])
  })

  test('ends an impersonation when either goes: who acts, or as whom', async (storage) => {
    await populate(storage)
    await storage.users.remove('cat')
    expect(await left(storage)).toEqual(['anns', 'as-bob', 'bobs', 'other'])
    await storage.users.remove('ann')
    expect(await left(storage)).toEqual(['bobs'])
  })

  test('forgets what was begun from a session that is over with it', async (storage) => {
    await add(storage, person('ann'), person('bob'))
    const over = session('over', 'ann', { expiresAt: NOW })
    await storage.sessions.add(over)
    await storage.sessions.add({ ...acting('as-bob', 'bob', over), expiresAt: NOW + DAY })
    await storage.purge(NOW)
    expect(await storage.sessions.findById('as-bob', NOW)).toBeNull()
  })

  test('goes on from a session that was confirmed', async (storage) => {
    await populate(storage)
    await storage.sessions.confirm('anns', 'new-digest', NOW)
    expect(await left(storage)).toContain('as-bob')
    await storage.sessions.end('anns', 'ann')
    expect(await left(storage)).not.toContain('as-bob')
  })
}
