import { expect } from 'vitest'
import type { TestStorageCase } from '../storage.ts'
import {
  add,
  attempt,
  EVERYBODY,
  entry,
  FIRST_PAGE,
  group,
  mail,
  NOW,
  person,
  reserved,
  session,
  TIME,
  token,
} from './records.ts'

/** A promise that one side waits for and the other fulfils. */
function gate() {
  let open = () => {}
  const passed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, passed }
}

export function testTransactions(test: TestStorageCase): void {
  test('keeps all of a transaction and answers what its work answers', async (storage) => {
    const answer = await storage.transaction(async (tx) => {
      await add(tx, person('ann'))
      await tx.audit.append(entry('a'))
      return { done: true }
    })
    expect(answer).toEqual({ done: true })
    expect(await storage.users.find('ann')).not.toBeNull()
    expect(await storage.audit.countUnsealed()).toBe(1)
  })

  for (const method of ['transaction', 'withAdministratorsLocked'] as const) {
    test(`leaves no trace of a rolled-back ${method} and throws on what was thrown`, async (storage) => {
      const ann = person('ann')
      await add(storage, ann, person('old'))
      await storage.sessions.add(session('s', 'ann'))
      await storage.outbox.add([mail('m', 'ann')])
      await storage.tokens.issue(token('t', 'ann'))
      await storage.audit.append(entry('kept'))
      const before = await storage.users.list(EVERYBODY, FIRST_PAGE, TIME)
      const thrown = { any: 'value' }
      const attempted = storage[method](async (tx) => {
        await add(tx, person('bob'))
        await tx.users.update('ann', 1, { fields: { firstName: 'X', email: 'x@one.example' }, keys: person('x').keys })
        await tx.users.noteSignIn('ann', NOW)
        await tx.groups.insert(group('g', { domains: ['one.example'] }))
        await tx.users.remove('old')
        await tx.credentials.save({ userId: 'ann', hash: 'h', scheme: 1, changedAt: NOW, setBy: null }, 1)
        await tx.tokens.issue(token('u', 'ann'))
        await tx.lockout.fail(
          await reserved(tx.lockout, 'ann', attempt(NOW, { threshold: 1 })),
          attempt(NOW, { threshold: 1 }),
        )
        await tx.sessions.endAll('ann', null)
        await tx.outbox.withdraw('ann', 'reset')
        await tx.audit.append(entry('lost'))
        throw thrown
      })
      await expect(attempted).rejects.toBe(thrown)
      expect(await storage.users.list(EVERYBODY, FIRST_PAGE, TIME)).toEqual(before)
      expect(await storage.users.findByKey('x@one.example')).toBeNull()
      expect(await storage.users.findByKey('ann@one.example')).not.toBeNull()
      expect(await storage.credentials.find('ann')).toBeNull()
      expect(await storage.tokens.find('reset', 'link-t', NOW)).not.toBeNull()
      expect(await storage.lockout.lockedAt('ann')).toBeNull()
      expect(await storage.sessions.list('ann', NOW)).toHaveLength(1)
      expect(await storage.outbox.lease({ now: NOW, lease: 1, limit: 9, leaseToken: 'l' })).toMatchObject([
        { id: 'm', sealed: 'sealed-m' },
      ])
      expect((await storage.audit.unsealed(9)).map(({ id }) => id)).toEqual(['kept'])
      expect(await storage.groups.find('g')).toBeNull()
      await add(storage, person('bob'), person('x'))
    })
  }

  test('reads its own writes, before anybody else does', async (storage, handles) => {
    const [, neighbour = storage] = await handles(2)
    await add(storage, person('gone'))
    await storage.transaction(async (tx) => {
      await add(tx, person('ann', { organization: 'mine' }))
      await tx.users.remove('gone')
      await tx.sessions.add(session('s', 'ann'))
      expect(await tx.users.find('ann')).not.toBeNull()
      expect(await tx.users.findByKey('ann@one.example')).not.toBeNull()
      expect(await tx.users.find('gone')).toBeNull()
      const { items } = await tx.users.list(EVERYBODY, FIRST_PAGE, TIME)
      expect(items.map(({ id }) => id)).toEqual(['ann'])
      expect(await tx.sessions.find('digest-s', NOW)).not.toBeNull()
      expect(await neighbour.users.find('ann')).toBeNull()
      expect(await neighbour.users.find('gone')).not.toBeNull()
    })
    expect(await neighbour.users.find('ann')).not.toBeNull()
  })

  test('sees what was committed before', async (storage, handles) => {
    const [, neighbour = storage] = await handles(2)
    await add(neighbour, person('ann'))
    await storage.transaction(async (tx) => {
      expect(await tx.users.find('ann')).not.toBeNull()
    })
  })

  test('takes nobody else’s commit with it when it is rolled back', async (storage, handles) => {
    const [first = storage, second = storage] = await handles(2)
    await add(storage, person('ann'))
    const [started, failure] = [gate(), new Error('no')]
    const doomed = first.transaction(async (tx) => {
      await add(tx, person('doomed'))
      started.open()
      // Time in which a neighbour commits wherever transactions overlap.
      for (let reads = 0; reads < 10; reads += 1) await tx.users.find('ann')
      throw failure
    })
    await started.passed
    const neighbour = second.transaction(async (tx) => {
      await add(tx, person('neighbour'))
      await tx.audit.append(entry('neighbours'))
    })
    const alone = second.users.noteSignIn('ann', NOW)
    const settled = await Promise.allSettled([doomed, neighbour, alone])
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
    expect(await storage.users.find('doomed')).toBeNull()
    expect(await storage.users.find('neighbour')).not.toBeNull()
    expect((await storage.users.find('ann'))?.state.lastSignInAt).toBe(NOW)
    expect(await storage.audit.countUnsealed()).toBe(1)
  })

  test('keeps every commit among many that are rolled back beside it', async (storage, handles) => {
    const all = await handles(4)
    const work = Array.from({ length: 40 }, (_, index) => {
      const handle = all[index % all.length] ?? storage
      return handle.transaction(async (tx) => {
        await add(tx, person(`p${index}`))
        await tx.audit.append(entry(`e${index}`))
        if (index % 2 === 0) throw new Error('no')
      })
    })
    const settled = await Promise.allSettled(work)
    expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(20)
    expect(await storage.users.count(EVERYBODY, 100, TIME)).toBe(20)
    expect(await storage.audit.countUnsealed()).toBe(20)
    expect(await storage.users.find('p2')).toBeNull()
    expect(await storage.users.find('p3')).not.toBeNull()
  })

  test('rolls back when work rejects after a refused write, and goes on when work does', async (storage) => {
    await add(storage, person('ann'))
    await storage.transaction(async (tx) => {
      expect(await tx.users.insert(person('bob', { email: 'ann@one.example' }))).toBe('email-in-use')
      expect(await tx.users.update('ann', 9, { fields: {}, keys: person('ann').keys })).toBe('stale')
      await add(tx, person('cat'))
    })
    expect(await storage.users.find('cat')).not.toBeNull()
  })

  test('works on after a rollback', async (storage) => {
    await expect(storage.transaction(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    await add(storage, person('ann'))
    await storage.transaction((tx) => add(tx, person('bob')))
    expect(await storage.users.count(EVERYBODY, 9, TIME)).toBe(2)
  })

  test('answers a check', async (storage) => {
    await expect(storage.check()).resolves.toBeUndefined()
  })
}
