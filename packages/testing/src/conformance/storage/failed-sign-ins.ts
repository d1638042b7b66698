import type { FailedSignIn } from '@rollcall/core'
import { expect } from 'vitest'
import type { TestStorageCase } from '../storage.ts'
import { atOnce } from './races.ts'
import { add, NOW, person } from './records.ts'

function failure(id: string, userId: string, at: number, fields: Partial<FailedSignIn> = {}): FailedSignIn {
  return { id, userId, at, cause: 'wrong-password', address: '2001:db8::1', agent: 'Agent/1.0', ...fields }
}

export function testFailedSignIns(test: TestStorageCase): void {
  test('lists a person’s failed sign-ins whole, newest first, as many as asked for', async (storage) => {
    const { lockout } = storage
    await add(storage, person('ann'), person('bob'))
    const all = [
      failure('a', 'ann', NOW + 1, { cause: 'locked' }),
      failure('b', 'ann', NOW + 3, { cause: 'deactivated', address: null, agent: null }),
      failure('c', 'ann', NOW + 2, { cause: 'dormant', agent: 'x'.repeat(256) }),
      failure('d', 'ann', NOW, { cause: 'not-registered' }),
    ]
    for (const one of all) await lockout.addFailedSignIn(one, 100)
    await lockout.addFailedSignIn(failure('e', 'bob', NOW + 9), 100)
    const [a, b, c, d] = all
    expect(await lockout.listFailedSignIns('ann', 100)).toEqual([b, c, a, d])
    expect(await lockout.listFailedSignIns('ann', 2)).toEqual([b, c])
    expect(await lockout.listFailedSignIns('cat', 100)).toEqual([])
  })

  test('keeps the newest of each person and drops the rest', async (storage) => {
    const { lockout } = storage
    await add(storage, person('ann'), person('bob'))
    await lockout.addFailedSignIn(failure('bobs', 'bob', NOW - 1_000), 3)
    for (let index = 0; index < 8; index += 1) {
      await lockout.addFailedSignIn(failure(`f${index}`, 'ann', NOW + index), 3)
    }
    const kept = await lockout.listFailedSignIns('ann', 100)
    expect(kept.map(({ id }) => id)).toEqual(['f7', 'f6', 'f5'])
    expect(await lockout.listFailedSignIns('bob', 100)).toHaveLength(1)
  })

  test('stays bounded when all fail in the same millisecond', async (storage) => {
    const { lockout } = storage
    await add(storage, person('ann'))
    for (let index = 0; index < 8; index += 1) {
      await lockout.addFailedSignIn(failure(`f${index}`, 'ann', NOW), 3)
    }
    expect(await lockout.listFailedSignIns('ann', 100)).toHaveLength(3)
  })

  test('keeps exactly as many when 200 are written down at once', async (storage, handles) => {
    await add(storage, person('ann'))
    await atOnce(await handles(4), 200, (handle, index) =>
      handle.lockout.addFailedSignIn(failure(`f${index}`, 'ann', NOW + index), 10),
    )
    expect(await storage.lockout.listFailedSignIns('ann', 200)).toHaveLength(10)
  })
}
