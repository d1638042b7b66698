import type { LockoutStore } from '@rollcall/core'
import { expect } from 'vitest'
import type { TestStorageCase } from '../storage.ts'
import { add, attempt, lock, MINUTE, NOW, person, reserved } from './records.ts'

const LEASE = attempt().lease

/** One wrong attempt from start to end. */
async function wrong(lockout: LockoutStore, key: string, rules = attempt()) {
  return lockout.fail(await reserved(lockout, key, rules), rules)
}

export function testLockout(test: TestStorageCase): void {
  test('counts wrong attempts and locks on the last allowed one', async ({ lockout, users }) => {
    await users.insert(person('ann'))
    expect(await wrong(lockout, 'ann')).toEqual({ kind: 'counted', failed: 1 })
    expect(await wrong(lockout, 'ann')).toEqual({ kind: 'counted', failed: 2 })
    expect(await lockout.lockedAt('ann')).toBeNull()
    expect(await wrong(lockout, 'ann', attempt(NOW + 5))).toEqual({ kind: 'locked' })
    expect(await lockout.lockedAt('ann')).toBe(NOW + 5)
    expect(await lockout.reserve('ann', attempt(NOW + 6))).toEqual({ kind: 'locked', lockedAt: NOW + 5 })
    expect(await users.find('ann')).toMatchObject({ version: 1, state: { lockedAt: NOW + 5 } })
  })

  test('locks at once where one wrong attempt is allowed', async (storage) => {
    await add(storage, person('ann'))
    expect(await wrong(storage.lockout, 'ann', attempt(NOW, { threshold: 1 }))).toEqual({ kind: 'locked' })
  })

  test('counts every account for itself, unknown identifiers alike', async (storage) => {
    const { lockout } = storage
    await add(storage, person('ann'), person('bob'))
    for (const key of ['?nobody', 'ann']) await lock(lockout, key)
    expect(await wrong(lockout, '?nobody-2')).toEqual({ kind: 'counted', failed: 1 })
    expect(await wrong(lockout, 'bob')).toEqual({ kind: 'counted', failed: 1 })
    expect(await lockout.lockedAt('?nobody')).toBe(NOW)
    expect(await lockout.lockedAt('?other')).toBeNull()
    expect(await lockout.reserve('?nobody', attempt())).toEqual({ kind: 'locked', lockedAt: NOW })
    expect(await lockout.clear('?nobody')).toBe(true)
    expect(await wrong(lockout, '?nobody')).toEqual({ kind: 'counted', failed: 1 })
  })

  test('is full while as many verdicts are out as wrong ones are left', async (storage) => {
    const { lockout } = storage
    await add(storage, person('ann'))
    await wrong(lockout, 'ann')
    const [first, second] = [await reserved(lockout, 'ann'), await reserved(lockout, 'ann')]
    expect(await lockout.reserve('ann', attempt())).toEqual({ kind: 'full' })
    expect(await lockout.fail(first, attempt())).toEqual({ kind: 'counted', failed: 2 })
    expect(await lockout.reserve('ann', attempt())).toEqual({ kind: 'full' })
    await lockout.release(second)
    expect(await lockout.reserve('ann', attempt())).toMatchObject({ kind: 'reserved' })
  })

  test('zeroes the counter on a right password and lets waiting attempts in', async (storage) => {
    const { lockout } = storage
    await add(storage, person('ann'))
    await wrong(lockout, 'ann')
    await wrong(lockout, 'ann')
    const right = await reserved(lockout, 'ann')
    expect(await lockout.reserve('ann', attempt())).toEqual({ kind: 'full' })
    expect(await lockout.succeed(right, NOW)).toBe(true)
    expect(await wrong(lockout, 'ann')).toEqual({ kind: 'counted', failed: 1 })
    expect(await wrong(lockout, 'ann')).toEqual({ kind: 'counted', failed: 2 })
    expect(await wrong(lockout, 'ann')).toEqual({ kind: 'locked' })
  })

  test('keeps the verdicts of others that are out when one was right', async (storage) => {
    const { lockout } = storage
    await add(storage, person('ann'))
    const [right, other] = [await reserved(lockout, 'ann'), await reserved(lockout, 'ann')]
    expect(await lockout.succeed(right, NOW)).toBe(true)
    await reserved(lockout, 'ann')
    await reserved(lockout, 'ann')
    expect(await lockout.reserve('ann', attempt())).toEqual({ kind: 'full' })
    expect(await lockout.fail(other, attempt())).toEqual({ kind: 'counted', failed: 1 })
  })

  test('gives a released attempt back, as if it had never been', async (storage) => {
    const { lockout } = storage
    await add(storage, person('ann'))
    for (let round = 0; round < 5; round += 1) await lockout.release(await reserved(lockout, 'ann'))
    expect(await wrong(lockout, 'ann')).toEqual({ kind: 'counted', failed: 1 })
  })

  test('counts a verdict until the end of its lease and not a millisecond longer', async (storage) => {
    const { lockout } = storage
    await add(storage, person('ann'), person('bob'), person('cat'))
    const [ann, bob, cat] = [
      await reserved(lockout, 'ann'),
      await reserved(lockout, 'bob'),
      await reserved(lockout, 'cat'),
    ]
    expect(await lockout.fail(ann, attempt(NOW + LEASE - 1))).toEqual({ kind: 'counted', failed: 1 })
    expect(await lockout.succeed(bob, NOW + LEASE - 1)).toBe(true)
    expect(await lockout.succeed(cat, NOW + LEASE)).toBe(false)
    expect(await lockout.fail(cat, attempt(NOW + LEASE))).toEqual({ kind: 'lost' })
  })

  test('counts attempts whose lease ran out as wrong, and fences their late verdicts', async (storage) => {
    const { lockout } = storage
    await add(storage, person('ann'))
    const [first, second] = [await reserved(lockout, 'ann'), await reserved(lockout, 'ann')]
    const later = attempt(NOW + LEASE)
    const third = await reserved(lockout, 'ann', later)
    expect(await lockout.reserve('ann', later)).toEqual({ kind: 'full' })
    expect(await lockout.succeed(first, later.now)).toBe(false)
    expect(await lockout.fail(second, later)).toEqual({ kind: 'lost' })
    await lockout.release(first)
    expect(await lockout.reserve('ann', later)).toEqual({ kind: 'full' })
    expect(await lockout.fail(third, later)).toEqual({ kind: 'locked' })
  })

  test('does not settle attempts a millisecond before their lease runs out', async (storage) => {
    const { lockout } = storage
    await add(storage, person('ann'))
    for (let count = 0; count < 3; count += 1) await reserved(lockout, 'ann')
    expect(await lockout.reserve('ann', attempt(NOW + LEASE - 1))).toEqual({ kind: 'full' })
    expect(await lockout.lockedAt('ann')).toBeNull()
  })

  test('locks when attempts whose lease ran out fill the threshold', async (storage) => {
    const { lockout } = storage
    await add(storage, person('ann'))
    const out = [await reserved(lockout, 'ann'), await reserved(lockout, 'ann'), await reserved(lockout, 'ann')]
    const later = attempt(NOW + LEASE)
    expect(await lockout.reserve('ann', later)).toEqual({ kind: 'locked', lockedAt: later.now })
    expect(await lockout.lockedAt('ann')).toBe(later.now)
    for (const reservation of out) expect(await lockout.succeed(reservation, later.now)).toBe(false)
    expect(await lockout.lockedAt('ann')).toBe(later.now)
  })

  test('opens a lock by itself at its time, from zero, and no earlier', async (storage) => {
    const { lockout } = storage
    await add(storage, person('ann'))
    await lock(lockout, 'ann')
    const at = (now: number, openedBefore: number | null) => attempt(now, { openedBefore })
    const later = NOW + 15 * MINUTE
    expect(await lockout.reserve('ann', at(later, null))).toEqual({ kind: 'locked', lockedAt: NOW })
    expect(await lockout.reserve('ann', at(later - 1, NOW - 1))).toEqual({ kind: 'locked', lockedAt: NOW })
    expect(await lockout.lockedAt('ann')).toBe(NOW)
    expect(await wrong(lockout, 'ann', at(later, NOW))).toEqual({ kind: 'counted', failed: 1 })
    expect(await lockout.lockedAt('ann')).toBeNull()
    expect((await storage.users.find('ann'))?.state.lockedAt).toBeNull()
  })

  test('clears counter and lock, and says whether there was a lock', async (storage) => {
    const { lockout } = storage
    await add(storage, person('ann'))
    expect(await lockout.clear('ann')).toBe(false)
    await wrong(lockout, 'ann')
    await wrong(lockout, 'ann')
    expect(await lockout.clear('ann')).toBe(false)
    expect(await wrong(lockout, 'ann')).toEqual({ kind: 'counted', failed: 1 })
    await wrong(lockout, 'ann')
    expect(await wrong(lockout, 'ann')).toEqual({ kind: 'locked' })
    expect(await lockout.clear('ann')).toBe(true)
    expect(await lockout.lockedAt('ann')).toBeNull()
    expect((await storage.users.find('ann'))?.state.lockedAt).toBeNull()
    expect(await wrong(lockout, 'ann')).toEqual({ kind: 'counted', failed: 1 })
  })

  test('fences the attempts that were out when it was cleared', async (storage) => {
    const { lockout } = storage
    await add(storage, person('ann'))
    const [first, second, third] = [
      await reserved(lockout, 'ann'),
      await reserved(lockout, 'ann'),
      await reserved(lockout, 'ann'),
    ]
    await lockout.clear('ann')
    await reserved(lockout, 'ann')
    expect(await lockout.fail(first, attempt())).toEqual({ kind: 'lost' })
    expect(await lockout.succeed(second, NOW)).toBe(false)
    await lockout.release(third)
    await reserved(lockout, 'ann')
    await reserved(lockout, 'ann')
    expect(await lockout.reserve('ann', attempt())).toEqual({ kind: 'full' })
  })

  test('locks rather than waits for ever when the threshold was lowered below the count', async (storage) => {
    const { lockout } = storage
    await add(storage, person('ann'))
    await wrong(lockout, 'ann')
    await wrong(lockout, 'ann')
    const stricter = attempt(NOW, { threshold: 2 })
    expect(await lockout.reserve('ann', stricter)).toEqual({ kind: 'locked', lockedAt: NOW })
  })

  test('undoes a verdict with its transaction: the attempt is out again', async (storage) => {
    const { lockout } = storage
    await add(storage, person('ann'))
    const out = await reserved(lockout, 'ann')
    const failure = new Error('no')
    const attempted = storage.transaction(async (tx) => {
      expect(await tx.lockout.fail(out, attempt())).toEqual({ kind: 'counted', failed: 1 })
      throw failure
    })
    await expect(attempted).rejects.toBe(failure)
    expect(await lockout.fail(out, attempt())).toEqual({ kind: 'counted', failed: 1 })
  })
}
