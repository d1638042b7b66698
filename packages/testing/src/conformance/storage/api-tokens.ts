import { expect } from 'vitest'
import type { TestStorageCase } from '../storage.ts'
import { add, apiToken, DAY, grant, NOW, person, session } from './records.ts'

export function testApiTokens(test: TestStorageCase): void {
  test('finds a token by its digest, with its owner and their grants', async (storage) => {
    const { apiTokens, sessions } = storage
    const { keys, rank, ...ann } = person('ann', { grants: [grant('Owner'), grant('Editor', 'app:1')] })
    await add(storage, { ...ann, keys, rank }, person('bob'))
    const stored = apiToken('t', 'ann', { createdBy: 'bob', lastUsedAt: NOW - 1, createdAt: NOW - DAY })
    expect(await apiTokens.add(stored, 5, NOW)).toBe(true)
    expect(await apiTokens.add(apiToken('bobs', 'bob'), 5, NOW)).toBe(true)
    await sessions.add(session('s', 'ann'))
    const found = await apiTokens.find('digest-t', NOW)
    expect(found?.token).toEqual(stored)
    expect(found?.user).toMatchObject({ ...ann, version: 1 })
    for (const digest of ['digest-x', 'DIGEST-T', 'digest-s', '']) {
      expect(await apiTokens.find(digest, NOW)).toBeNull()
    }
    expect(await sessions.find('digest-t', NOW)).toBeNull()
  })

  test('shows the owner as they are now', async (storage) => {
    const ann = person('ann', { grants: [grant('Owner')] })
    await add(storage, ann)
    await storage.apiTokens.add(apiToken('t', 'ann'), 5, NOW)
    const grants = { all: [grant('Viewer')], rank: 1 }
    await storage.users.update('ann', 1, { fields: { enabled: false }, keys: ann.keys, grants })
    const found = await storage.apiTokens.find('digest-t', NOW)
    expect(found?.user).toMatchObject({ enabled: false, grants: [grant('Viewer')], version: 2 })
  })

  test('lets a token live until it expires and not a millisecond longer, but goes on listing it', async (storage) => {
    const { apiTokens } = storage
    await add(storage, person('ann'))
    const stored = apiToken('t', 'ann', { expiresAt: NOW + 5 })
    await apiTokens.add(stored, 5, NOW)
    expect(await apiTokens.find('digest-t', NOW + 4)).not.toBeNull()
    expect(await apiTokens.find('digest-t', NOW + 5)).toBeNull()
    expect(await apiTokens.find('digest-t', NOW + 6)).toBeNull()
    expect(await apiTokens.list('ann')).toEqual([stored])
  })

  test('takes no more than there is room for, each person for themselves', async (storage) => {
    const { apiTokens } = storage
    await add(storage, person('ann'), person('bob'))
    expect(await apiTokens.add(apiToken('none', 'ann'), 0, NOW)).toBe(false)
    expect(await apiTokens.add(apiToken('one', 'ann'), 2, NOW)).toBe(true)
    expect(await apiTokens.add(apiToken('two', 'ann'), 2, NOW)).toBe(true)
    expect(await apiTokens.add(apiToken('three', 'ann'), 2, NOW)).toBe(false)
    expect(await apiTokens.find('digest-three', NOW)).toBeNull()
    expect(await apiTokens.list('ann')).toHaveLength(2)
    expect(await apiTokens.add(apiToken('bobs', 'bob'), 2, NOW)).toBe(true)
    expect(await apiTokens.add(apiToken('three', 'ann'), 3, NOW)).toBe(true)
    await apiTokens.revoke('one', 'ann')
    expect(await apiTokens.add(apiToken('four', 'ann'), 3, NOW)).toBe(true)
  })

  test('counts a token until it expires, and forgets the owner’s expired ones when one is added', async (storage) => {
    const { apiTokens } = storage
    await add(storage, person('ann'), person('bob'))
    const over = apiToken('bobs', 'bob', { expiresAt: NOW + 1 })
    await apiTokens.add(over, 1, NOW)
    await apiTokens.add(apiToken('old', 'ann', { expiresAt: NOW + 1 }), 1, NOW)
    expect(await apiTokens.add(apiToken('new', 'ann'), 1, NOW)).toBe(false)
    expect(await apiTokens.add(apiToken('new', 'ann'), 1, NOW + 1)).toBe(true)
    expect(await apiTokens.list('ann')).toEqual([apiToken('new', 'ann')])
    expect(await apiTokens.list('bob')).toEqual([over])
  })

  test('notes a use, the last write winning, and none of a token gone', async (storage) => {
    const { apiTokens } = storage
    await add(storage, person('ann'))
    await apiTokens.add(apiToken('t', 'ann'), 5, NOW)
    await apiTokens.add(apiToken('other', 'ann', { createdAt: NOW - 1 }), 5, NOW)
    await apiTokens.touch('t', NOW + 5)
    await apiTokens.touch('t', NOW + 4)
    await apiTokens.touch('gone', NOW + 5)
    const used = apiToken('t', 'ann', { lastUsedAt: NOW + 4 })
    expect(await apiTokens.list('ann')).toEqual([used, apiToken('other', 'ann', { createdAt: NOW - 1 })])
    expect((await apiTokens.find('digest-t', NOW))?.token).toEqual(used)
  })

  test('lists a person’s own tokens, newest first, expired ones included', async (storage) => {
    const { apiTokens } = storage
    await add(storage, person('ann'), person('bob'))
    await apiTokens.add(apiToken('a', 'ann', { createdAt: NOW - 2 }), 9, NOW)
    await apiTokens.add(apiToken('c', 'ann', { createdAt: NOW, expiresAt: NOW + 1 }), 9, NOW)
    await apiTokens.add(apiToken('b', 'ann', { createdAt: NOW - 1, lastUsedAt: NOW + 9 }), 9, NOW)
    await apiTokens.add(apiToken('bobs', 'bob', { createdBy: 'ann' }), 9, NOW)
    expect((await apiTokens.list('ann')).map(({ id }) => id)).toEqual(['c', 'b', 'a'])
    expect(await apiTokens.find('digest-c', NOW + 1)).toBeNull()
    expect(await apiTokens.list('cat')).toEqual([])
  })

  test('revokes one token, of that person only', async (storage) => {
    const { apiTokens } = storage
    await add(storage, person('ann'), person('bob'))
    await apiTokens.add(apiToken('t', 'ann', { createdBy: 'bob' }), 5, NOW)
    await apiTokens.add(apiToken('other', 'ann'), 5, NOW)
    expect(await apiTokens.revoke('t', 'bob')).toBe(false)
    expect(await apiTokens.revoke('gone', 'ann')).toBe(false)
    expect(await apiTokens.find('digest-t', NOW)).not.toBeNull()
    expect(await apiTokens.revoke('t', 'ann')).toBe(true)
    expect(await apiTokens.revoke('t', 'ann')).toBe(false)
    expect(await apiTokens.find('digest-t', NOW)).toBeNull()
    expect(await apiTokens.find('digest-other', NOW)).not.toBeNull()
  })

  test('revokes all tokens of a person, and says how many', async (storage) => {
    const { apiTokens } = storage
    await add(storage, person('ann'), person('bob'))
    for (const id of ['one', 'two', 'three']) await apiTokens.add(apiToken(id, 'ann'), 5, NOW)
    await apiTokens.add(apiToken('bobs', 'bob', { createdBy: 'ann' }), 5, NOW)
    expect(await apiTokens.revokeAll('ann')).toBe(3)
    expect(await apiTokens.revokeAll('ann')).toBe(0)
    expect(await apiTokens.find('digest-one', NOW)).toBeNull()
    expect(await apiTokens.list('bob')).toHaveLength(1)
  })

  test('go with their owner, not with who made them', async (storage) => {
    const { apiTokens, users } = storage
    await add(storage, person('ann'), person('bob'))
    await apiTokens.add(apiToken('t', 'ann', { createdBy: 'bob' }), 5, NOW)
    await users.remove('bob')
    expect((await apiTokens.find('digest-t', NOW))?.token.createdBy).toBe('bob')
    await users.remove('ann')
    expect(await apiTokens.find('digest-t', NOW)).toBeNull()
    await add(storage, person('ann'))
    expect(await apiTokens.list('ann')).toEqual([])
  })
}
