import { expect } from 'vitest'
import type { TestStorageCase } from '../storage.ts'
import { add, DAY, NOW, person } from './records.ts'

/** What a renewed hash is. */
const STRONGER = { hash: 'stronger', scheme: 2 }
const ANNS = { userId: 'ann', hash: `$argon2id$${'x'.repeat(502)}`, scheme: 1, changedAt: NOW, setBy: null }

export function testCredentials(test: TestStorageCase): void {
  test('keeps a hash of 512 characters, and none for who has none', async (storage) => {
    await add(storage, person('ann'), person('bob'))
    expect(await storage.credentials.find('ann')).toBeNull()
    await storage.credentials.save(ANNS, 0)
    expect(await storage.credentials.find('ann')).toEqual(ANNS)
    expect(await storage.credentials.find('bob')).toBeNull()
  })

  test('replaces the hash', async (storage) => {
    await add(storage, person('ann'))
    await storage.credentials.save(ANNS, 0)
    const next = { userId: 'ann', hash: 'next', scheme: 2, changedAt: NOW + 1, setBy: 'bob' }
    await storage.credentials.save(next, 0)
    expect(await storage.credentials.find('ann')).toEqual(next)
  })

  test('renews a hash without saying that the password changed', async (storage) => {
    await add(storage, person('ann'))
    await storage.credentials.save(ANNS, 0)
    await storage.credentials.renew('ann', ANNS.hash, STRONGER)
    expect(await storage.credentials.find('ann')).toEqual({ ...ANNS, ...STRONGER })
  })

  test('does not renew a hash that moved meanwhile, nor one that is not there', async (storage) => {
    await add(storage, person('ann'), person('bob'))
    await storage.credentials.save(ANNS, 0)
    await storage.credentials.renew('ann', 'other', STRONGER)
    await storage.credentials.renew('bob', ANNS.hash, STRONGER)
    expect(await storage.credentials.find('ann')).toEqual(ANNS)
    expect(await storage.credentials.find('bob')).toBeNull()
  })

  test('takes a password away, of that person only, and takes a new one', async (storage) => {
    const { credentials } = storage
    await add(storage, person('ann'), person('bob'))
    await credentials.save(ANNS, 0)
    await credentials.save({ ...ANNS, userId: 'bob' }, 0)
    await credentials.remove('ann')
    await credentials.remove('ann')
    expect(await credentials.find('ann')).toBeNull()
    await credentials.renew('ann', ANNS.hash, STRONGER)
    expect(await credentials.find('ann')).toBeNull()
    expect(await credentials.find('bob')).not.toBeNull()
    expect(await storage.users.find('ann')).toMatchObject({ version: 1 })
    await credentials.save(ANNS, 0)
    expect(await credentials.find('ann')).toEqual(ANNS)
  })

  test('remembers the hashes it replaces, newest first, as many as asked for', async (storage) => {
    const { credentials } = storage
    await add(storage, person('ann'), person('bob'))
    expect(await credentials.former('ann')).toEqual([])
    const save = (hash: string, history: number) => credentials.save({ ...ANNS, hash }, history)
    await save('one', 3)
    expect(await credentials.former('ann')).toEqual([])
    for (const hash of ['two', 'three']) await save(hash, 3)
    expect(await credentials.former('ann')).toEqual(['two', 'one'])
    for (const hash of ['four', 'five']) await save(hash, 3)
    expect(await credentials.former('ann')).toEqual(['four', 'three', 'two'])
    expect(await credentials.former('bob')).toEqual([])
    await save('six', 1)
    expect(await credentials.former('ann')).toEqual(['five'])
    await save('seven', 0)
    expect(await credentials.former('ann')).toEqual([])
    expect(await credentials.find('ann')).toEqual({ ...ANNS, hash: 'seven' })
  })

  test('does not take a renewed hash for a former password', async (storage) => {
    const { credentials } = storage
    await add(storage, person('ann'))
    await credentials.save(ANNS, 5)
    await credentials.renew('ann', ANNS.hash, STRONGER)
    expect(await credentials.former('ann')).toEqual([])
    await credentials.save({ ...ANNS, hash: 'next' }, 5)
    expect(await credentials.former('ann')).toEqual(['stronger'])
  })

  test('goes on remembering when a password is taken away, the one taken away first', async (storage) => {
    const { credentials } = storage
    await add(storage, person('ann'))
    for (const hash of ['one', 'two']) await credentials.save({ ...ANNS, hash }, 5)
    for (let times = 0; times < 2; times += 1) {
      await credentials.remove('ann')
      expect(await credentials.former('ann')).toEqual(['two', 'one'])
    }
    await credentials.save({ ...ANNS, hash: 'three' }, 5)
    expect(await credentials.former('ann')).toEqual(['two', 'one'])
    await storage.purge(NOW + 10_000 * DAY)
    expect(await credentials.former('ann')).toEqual(['two', 'one'])
  })

  test('forgets what is remembered with its person', async (storage) => {
    const { credentials, users } = storage
    await add(storage, person('ann'))
    for (const hash of ['one', 'two']) await credentials.save({ ...ANNS, hash }, 5)
    await users.remove('ann')
    await add(storage, person('ann'))
    expect(await credentials.former('ann')).toEqual([])
    expect(await credentials.find('ann')).toBeNull()
  })
}
