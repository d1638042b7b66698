import type { OutboxStore } from '@rollcall/core'
import { expect } from 'vitest'
import type { TestStorageCase } from '../storage.ts'
import { add, mail, NOW, person } from './records.ts'

const LEASE = 60_000

function lease(outbox: OutboxStore, now: number, leaseToken: string, limit = 100) {
  return outbox.lease({ now, lease: LEASE, limit, leaseToken })
}

const idsOf = (mails: readonly { readonly id: string }[]) => mails.map(({ id }) => id)

/** The credential of that mail as a lease at `now` shows it. */
async function credential(outbox: OutboxStore, now: number): Promise<string | null | undefined> {
  return (await lease(outbox, now, 'looking'))[0]?.sealed
}

export function testOutbox(test: TestStorageCase): void {
  test('leases mails that are due, oldest due first, whole, up to the limit', async (storage) => {
    const { outbox } = storage
    await add(storage, person('ann'))
    await outbox.add([])
    await outbox.add([
      mail('c', 'ann', { dueAt: NOW - 1 }),
      mail('later', 'ann', { dueAt: NOW + 1 }),
      mail('b', 'ann', { dueAt: NOW - 2, sealed: null, expiresAt: NOW + 9 }),
      mail('a', 'ann', { dueAt: NOW }),
    ])
    const leased = await lease(outbox, NOW, 'one', 2)
    expect(idsOf(leased)).toEqual(['b', 'c'])
    const { dueAt, ...b } = mail('b', 'ann', { sealed: null, expiresAt: NOW + 9 })
    expect(leased[0]).toMatchObject({ ...b, leaseToken: 'one', attempts: 1 })
    expect(idsOf(await lease(outbox, NOW, 'two'))).toEqual(['a'])
    expect(await lease(outbox, NOW, 'three')).toEqual([])
    expect(idsOf(await lease(outbox, NOW + 1, 'four'))).toEqual(['later'])
  })

  test('makes a mail due again when its lease ran out, and not a millisecond earlier', async (storage) => {
    const { outbox } = storage
    await add(storage, person('ann'))
    await outbox.add([mail('m', 'ann')])
    await lease(outbox, NOW, 'dead')
    expect(await lease(outbox, NOW + LEASE - 1, 'early')).toEqual([])
    expect(await lease(outbox, NOW + LEASE, 'heir')).toMatchObject([{ id: 'm', attempts: 2, sealed: 'sealed-m' }])
  })

  test('fences whoever held the lease before', async (storage) => {
    const { outbox } = storage
    await add(storage, person('ann'))
    await outbox.add([mail('m', 'ann')])
    await lease(outbox, NOW, 'old')
    await lease(outbox, NOW + LEASE, 'new')
    const before = await outbox.delivery('m')
    for (const outcome of [
      { kind: 'delivered' },
      { kind: 'retry', dueAt: NOW, error: 'late' },
      { kind: 'failed', error: 'late' },
    ] as const) {
      expect(await outbox.settle('m', 'old', outcome, NOW + LEASE)).toBe(false)
    }
    expect(await outbox.settle('gone', 'new', { kind: 'delivered' }, NOW)).toBe(false)
    expect(await outbox.delivery('m')).toEqual(before)
    expect(await outbox.settle('m', 'new', { kind: 'delivered' }, NOW + LEASE)).toBe(true)
    expect(await outbox.settle('m', 'new', { kind: 'failed', error: 'twice' }, NOW + LEASE)).toBe(false)
    expect(await outbox.delivery('m')).toMatchObject({ state: 'delivered' })
  })

  test('lets a holder settle whose lease ran out while nobody took it over', async (storage) => {
    const { outbox } = storage
    await add(storage, person('ann'))
    await outbox.add([mail('m', 'ann')])
    await lease(outbox, NOW, 'slow')
    expect(await outbox.settle('m', 'slow', { kind: 'delivered' }, NOW + 2 * LEASE)).toBe(true)
    expect(await lease(outbox, NOW + 2 * LEASE, 'next')).toEqual([])
  })

  test('tells what became of a mail at every step', async (storage) => {
    const { outbox } = storage
    await add(storage, person('ann'))
    expect(await outbox.delivery('m')).toBeNull()
    await outbox.add([mail('m', 'ann')])
    expect(await outbox.delivery('m')).toMatchObject({ state: 'waiting', attempts: 0, error: null })
    await lease(outbox, NOW, 'one')
    expect(await outbox.delivery('m')).toMatchObject({ state: 'waiting', attempts: 1, error: null })
    const error = `451 ${'é'.repeat(496)}`
    await outbox.settle('m', 'one', { kind: 'retry', dueAt: NOW + 500, error }, NOW + 1)
    expect(await outbox.delivery('m')).toEqual({ state: 'retrying', attempts: 1, at: NOW + 1, error })
    await lease(outbox, NOW + 500, 'two')
    await outbox.settle('m', 'two', { kind: 'delivered' }, NOW + 501)
    expect(await outbox.delivery('m')).toMatchObject({ state: 'delivered', attempts: 2, at: NOW + 501 })
  })

  test('retries when told to and keeps the credential for it', async (storage) => {
    const { outbox } = storage
    await add(storage, person('ann'))
    await outbox.add([mail('m', 'ann')])
    await lease(outbox, NOW, 'one')
    expect(await outbox.settle('m', 'one', { kind: 'retry', dueAt: NOW + 500, error: '451' }, NOW)).toBe(true)
    expect(await lease(outbox, NOW + 499, 'early')).toEqual([])
    expect(await lease(outbox, NOW + 500, 'two')).toMatchObject([{ id: 'm', attempts: 2, sealed: 'sealed-m' }])
  })

  for (const kind of ['failed', 'expired'] as const) {
    test(`never leases a mail again that is ${kind}`, async (storage) => {
      const { outbox } = storage
      await add(storage, person('ann'))
      await outbox.add([mail('m', 'ann')])
      await lease(outbox, NOW, 'one')
      expect(await outbox.settle('m', 'one', { kind, error: '550' }, NOW + 1)).toBe(true)
      expect(await lease(outbox, NOW + 10 * LEASE, 'two')).toEqual([])
      expect(await outbox.delivery('m')).toEqual({ state: kind, attempts: 1, at: NOW + 1, error: '550' })
    })
  }

  test('hands out mails past their expiry too, for the worker to bury', async (storage) => {
    await add(storage, person('ann'))
    await storage.outbox.add([mail('m', 'ann', { expiresAt: NOW - 1 })])
    expect(await credential(storage.outbox, NOW)).toBe('sealed-m')
  })

  test('withdraws undelivered mails of that template to that person, leased ones included', async (storage) => {
    const { outbox } = storage
    await add(storage, person('ann'), person('bob'))
    await outbox.add([mail('leased', 'ann'), mail('delivered', 'ann', { dueAt: NOW - 1 })])
    await lease(outbox, NOW, 'one')
    await outbox.settle('delivered', 'one', { kind: 'delivered' }, NOW)
    await outbox.add([mail('waiting', 'ann'), mail('other', 'ann', { template: 'locked' }), mail('bobs', 'bob')])
    await outbox.withdraw('ann', 'reset')
    expect(idsOf(await lease(outbox, NOW + LEASE, 'two')).sort()).toEqual(['bobs', 'other'])
    expect(await outbox.settle('leased', 'one', { kind: 'retry', dueAt: NOW, error: 'late' }, NOW)).toBe(false)
    expect(await lease(outbox, NOW + LEASE, 'three')).toEqual([])
    expect(await outbox.delivery('delivered')).toMatchObject({ state: 'delivered' })
    expect((await outbox.backlog(NOW + LEASE)).failed).toBe(0)
  })

  test('counts mails of a template queued for a person since an instant, whatever became of them', async (storage) => {
    const { outbox } = storage
    await add(storage, person('ann'), person('bob'))
    await outbox.add([
      mail('before', 'ann', { createdAt: NOW - 1 }),
      mail('one', 'ann'),
      mail('two', 'ann', { createdAt: NOW + 1 }),
      mail('other', 'ann', { template: 'locked' }),
      mail('bobs', 'bob'),
    ])
    expect(await outbox.countSince('ann', 'reset', NOW)).toBe(2)
    await lease(outbox, NOW, 'one', 1)
    await outbox.withdraw('ann', 'reset')
    expect(await outbox.countSince('ann', 'reset', NOW)).toBe(2)
    expect(await outbox.countSince('ann', 'reset', NOW + 2)).toBe(0)
  })

  test('tells how many are due, since when, and how many are dead letters', async (storage) => {
    const { outbox } = storage
    await add(storage, person('ann'))
    expect(await outbox.backlog(NOW)).toEqual({ due: 0, oldestDueAt: null, failed: 0 })
    await outbox.add(['a', 'b', 'c', 'd', 'e'].map((id, index) => mail(id, 'ann', { dueAt: NOW - 4 + index * 2 })))
    expect(await outbox.backlog(NOW)).toEqual({ due: 3, oldestDueAt: NOW - 4, failed: 0 })
    await lease(outbox, NOW, 'one', 2)
    expect(await outbox.backlog(NOW)).toEqual({ due: 1, oldestDueAt: NOW, failed: 0 })
    await outbox.settle('a', 'one', { kind: 'failed', error: '550' }, NOW)
    await outbox.settle('b', 'one', { kind: 'expired', error: 'too late' }, NOW)
    expect(await outbox.backlog(NOW)).toEqual({ due: 1, oldestDueAt: NOW, failed: 1 })
  })

  test('forgets settled mails older than an instant and keeps the rest', async (storage) => {
    const { outbox } = storage
    await add(storage, person('ann'))
    await outbox.add(['a', 'b', 'c', 'd', 'e'].map((id) => mail(id, 'ann', { createdAt: NOW - 99 })))
    await lease(outbox, NOW, 'one', 4)
    await outbox.settle('a', 'one', { kind: 'delivered' }, NOW)
    await outbox.settle('b', 'one', { kind: 'failed', error: '550' }, NOW)
    await outbox.settle('c', 'one', { kind: 'delivered' }, NOW + 1)
    await outbox.settle('d', 'one', { kind: 'retry', dueAt: NOW, error: '451' }, NOW)
    expect(await outbox.purge(NOW)).toBe(0)
    expect(await outbox.purge(NOW + 1)).toBe(2)
    expect(await outbox.purge(NOW + 1)).toBe(0)
    expect(await outbox.delivery('a')).toBeNull()
    expect(await outbox.delivery('c')).not.toBeNull()
    expect(idsOf(await lease(outbox, NOW + 1, 'two')).sort()).toEqual(['d', 'e'])
  })
}
