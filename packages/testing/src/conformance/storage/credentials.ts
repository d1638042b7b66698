import { expect } from 'vitest'
import type { TestStorageCase } from '../storage.ts'
import { add, NOW, person } from './records.ts'

const ANNS = { userId: 'ann', hash: `$argon2id$${'x'.repeat(502)}`, scheme: 1, changedAt: NOW }

export function testCredentials(test: TestStorageCase): void {
  test('keeps a hash of 512 characters, and none for who has none', async (storage) => {
    await add(storage, person('ann'), person('bob'))
    expect(await storage.credentials.find('ann')).toBeNull()
    await storage.credentials.save(ANNS)
    expect(await storage.credentials.find('ann')).toEqual(ANNS)
    expect(await storage.credentials.find('bob')).toBeNull()
  })

  test('replaces the hash', async (storage) => {
    await add(storage, person('ann'))
    await storage.credentials.save(ANNS)
    const next = { userId: 'ann', hash: 'next', scheme: 2, changedAt: NOW + 1 }
    await storage.credentials.save(next)
    expect(await storage.credentials.find('ann')).toEqual(next)
  })

  test('renews a hash without saying that the password changed', async (storage) => {
    await add(storage, person('ann'))
    await storage.credentials.save(ANNS)
    await storage.credentials.renew('ann', ANNS.hash, 'stronger')
    expect(await storage.credentials.find('ann')).toEqual({ ...ANNS, hash: 'stronger' })
  })

  test('does not renew a hash that moved meanwhile, nor one that is not there', async (storage) => {
    await add(storage, person('ann'), person('bob'))
    await storage.credentials.save(ANNS)
    await storage.credentials.renew('ann', 'other', 'stronger')
    await storage.credentials.renew('bob', ANNS.hash, 'stronger')
    expect(await storage.credentials.find('ann')).toEqual(ANNS)
    expect(await storage.credentials.find('bob')).toBeNull()
  })

  test('takes a password away, of that person only, and takes a new one', async (storage) => {
    const { credentials } = storage
    await add(storage, person('ann'), person('bob'))
    await credentials.save(ANNS)
    await credentials.save({ ...ANNS, userId: 'bob' })
    await credentials.remove('ann')
    await credentials.remove('ann')
    expect(await credentials.find('ann')).toBeNull()
    await credentials.renew('ann', ANNS.hash, 'stronger')
    expect(await credentials.find('ann')).toBeNull()
    expect(await credentials.find('bob')).not.toBeNull()
    expect(await storage.users.find('ann')).toMatchObject({ version: 1 })
    await credentials.save(ANNS)
    expect(await credentials.find('ann')).toEqual(ANNS)
  })
}
