import type { Storage } from '@rollcall/core'
import { expect } from 'vitest'
import type { TestStorageCase } from '../storage.ts'
import {
  add,
  apiToken,
  app,
  attempt,
  EVERYBODY,
  entry,
  grant,
  lock,
  mail,
  NOW,
  person,
  reserved,
  seal,
  TIME,
  token,
} from './records.ts'

/** Does the same `count` times at once, spread over the handles. */
export async function atOnce<T>(
  handles: readonly Storage[],
  count: number,
  work: (storage: Storage, index: number) => Promise<T>,
): Promise<T[]> {
  const runners = Array.from({ length: count }, (_, index) => {
    const handle = handles[index % handles.length]
    if (!handle) throw new Error('there are no handles')
    return handle
  })
  // Opens their connections: those who had to wait for one would come one after the other.
  await Promise.all(runners.map(({ answers }) => answers.find('nobody’s', NOW)))
  return Promise.all(runners.map(work))
}

/** Lets other work of this process go on. */
function othersTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve)
  })
}

function tally(outcomes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1
  return counts
}

export function testRaces(test: TestStorageCase): void {
  test('gives a token to exactly one of 50 who redeem it at once', async (storage, handles) => {
    await add(storage, person('ann'))
    await storage.tokens.issue(token('t', 'ann'))
    const won = await atOnce(await handles(4), 50, (handle, index) =>
      handle.transaction(async (tx) => {
        const taken = await tx.tokens.consume('reset', index % 2 === 0 ? 'link-t' : 'code-t', NOW)
        if (taken) await tx.audit.append(entry(`e${index}`))
        return taken !== null
      }),
    )
    expect(won.filter(Boolean)).toHaveLength(1)
    expect(await storage.audit.countUnsealed()).toBe(1)
  })

  test('adds exactly as many of 50 API tokens as there is room for, the expired ones’ included', async (storage, handles) => {
    await add(storage, person('ann'))
    await storage.apiTokens.add(apiToken('live', 'ann'), 9, NOW - 1)
    for (const id of ['over', 'past']) await storage.apiTokens.add(apiToken(id, 'ann', { expiresAt: NOW }), 9, NOW - 1)
    const added = await atOnce(await handles(4), 50, (handle, index) =>
      handle.apiTokens.add(apiToken(`t${index}`, 'ann'), 8, NOW),
    )
    expect(added.filter(Boolean)).toHaveLength(7)
    const held = (await storage.apiTokens.list('ann')).map(({ id }) => id).sort()
    expect(held).toEqual(['live', ...added.flatMap((won, index) => (won ? [`t${index}`] : []))].sort())
  })

  test('removes a resource for exactly one of 20, and moves its holders by one version', async (storage, handles) => {
    await storage.resources.put(app('one'))
    await add(storage, person('ann', { grants: [grant('Editor', 'one')] }))
    const removed = await atOnce(await handles(4), 20, (handle) => handle.resources.remove('one'))
    expect(removed.filter(Boolean)).toHaveLength(1)
    expect(await storage.users.find('ann')).toMatchObject({ version: 2, grants: [] })
  })

  test('leaves one live token when 20 are issued at once', async (storage, handles) => {
    await add(storage, person('ann'))
    await atOnce(await handles(4), 20, (handle, index) => handle.tokens.issue(token(`t${index}`, 'ann')))
    const found = await atOnce([storage], 20, (handle, index) => handle.tokens.find('reset', `link-t${index}`, NOW))
    expect(found.filter((one) => one !== null)).toHaveLength(1)
    const latest = await storage.tokens.findByUser('reset', 'ann')
    expect(found.find((one) => one !== null)).toEqual(latest)
  })

  test('lets exactly one of 20 edits of one version through', async (storage, handles) => {
    const ann = person('ann')
    await add(storage, ann)
    const outcomes = await atOnce(await handles(4), 20, (handle, index) =>
      handle.users.update('ann', 1, {
        fields: { firstName: `F${index}` },
        keys: ann.keys,
        grants: { all: [grant(`R${index}`)], rank: index },
      }),
    )
    expect(tally(outcomes)).toEqual({ updated: 1, stale: 19 })
    const winner = outcomes.indexOf('updated')
    expect(await storage.users.find('ann')).toMatchObject({
      version: 2,
      firstName: `F${winner}`,
      grants: [grant(`R${winner}`)],
    })
  })

  test('gives an identifier to exactly one of 20 who take it at once', async (storage, handles) => {
    const outcomes = await atOnce(await handles(4), 20, (handle, index) =>
      handle.users.insert(
        index % 2 === 0
          ? person(`p${index}`, { email: 'one@one.example' })
          : person(`p${index}`, { username: 'one@one.example' }),
      ),
    )
    expect(outcomes.filter((outcome) => outcome === 'inserted')).toHaveLength(1)
    expect(await storage.users.count(EVERYBODY, 20, TIME)).toBe(1)
  })

  test('lets exactly the threshold of 100 parallel wrong guesses be looked at', async (storage, handles) => {
    await add(storage, person('ann'))
    const rules = attempt(NOW, { threshold: 5 })
    let looked = 0
    const outcomes = await atOnce(await handles(4), 100, async (handle) => {
      for (;;) {
        const outcome = await handle.lockout.reserve('ann', rules)
        if (outcome.kind === 'locked') return 'refused'
        if (outcome.kind === 'full') {
          await othersTurn()
          continue
        }
        looked += 1
        return (await handle.lockout.fail(outcome.reservation, rules)).kind
      }
    })
    expect(looked).toBe(5)
    expect(tally(outcomes)).toEqual({ counted: 4, locked: 1, refused: 95 })
    expect(await storage.lockout.lockedAt('ann')).toBe(NOW)
  })

  test('never has more attempts out than wrong ones are left', async (storage, handles) => {
    await add(storage, person('ann'))
    const outcomes = await atOnce(await handles(4), 100, (handle) =>
      handle.lockout.reserve('ann', attempt(NOW, { threshold: 7 })),
    )
    expect(tally(outcomes.map(({ kind }) => kind))).toEqual({ reserved: 7, full: 93 })
  })

  test('lets all of 50 parallel right passwords in', async (storage, handles) => {
    await add(storage, person('ann'))
    const rules = attempt(NOW, { threshold: 2 })
    const outcomes = await atOnce(await handles(4), 50, async (handle) => {
      for (;;) {
        const outcome = await handle.lockout.reserve('ann', rules)
        if (outcome.kind === 'reserved') return String(await handle.lockout.succeed(outcome.reservation, NOW))
        if (outcome.kind === 'locked') return outcome.kind
        await othersTurn()
      }
    })
    expect(tally(outcomes)).toEqual({ true: 50 })
  })

  test('settles attempts whose lease ran out once, however many ask', async (storage, handles) => {
    await add(storage, person('ann'))
    const { lease } = attempt()
    for (let count = 0; count < 3; count += 1) await reserved(storage.lockout, 'ann', attempt(NOW, { threshold: 5 }))
    const outcomes = await atOnce(await handles(4), 20, (handle) =>
      handle.lockout.reserve('ann', attempt(NOW + lease, { threshold: 5 })),
    )
    expect(tally(outcomes.map(({ kind }) => kind))).toEqual({ reserved: 2, full: 18 })
  })

  test('opens a lock for exactly one of 20 who unlock at once', async (storage, handles) => {
    await add(storage, person('ann'))
    await lock(storage.lockout, 'ann')
    const opened = await atOnce(await handles(4), 20, (handle) => handle.lockout.clear('ann'))
    expect(opened.filter(Boolean)).toHaveLength(1)
  })

  test('keeps one administrator when 20 remove 20 of them at once', async (storage, handles) => {
    const ids = Array.from({ length: 20 }, (_, index) => `admin${index}`)
    await add(storage, ...ids.map((id) => person(id, { grants: [grant('Owner')] })))
    const removed = await atOnce(await handles(4), 20, (handle, index) =>
      handle.withAdministratorsLocked(async (tx) => {
        if ((await tx.users.countHolders(['Owner'])) < 2) return false
        return tx.users.remove(`admin${index}`)
      }),
    )
    expect(removed.filter(Boolean)).toHaveLength(19)
    expect(await storage.users.countHolders(['Owner'])).toBe(1)
  })

  test('runs no two transactions under the administrators’ lock at a time', async (storage, handles) => {
    await add(storage, person('ann'))
    let inside = 0
    const most = await atOnce(await handles(4), 12, (handle, index) =>
      handle.withAdministratorsLocked(async (tx) => {
        inside += 1
        const seen = inside
        await tx.users.countHolders(['Owner'])
        await tx.users.noteSeen('ann', NOW + index)
        inside -= 1
        return seen
      }),
    )
    expect(Math.max(...most)).toBe(1)
  })

  test('leases no mail twice to 8 workers who take all there is', async (storage, handles) => {
    await add(storage, person('ann'))
    await storage.outbox.add(Array.from({ length: 60 }, (_, index) => mail(`m${index}`, 'ann', { dueAt: NOW - index })))
    const leased = await atOnce(await handles(4), 8, async (handle, index) => {
      const mine: string[] = []
      while (mine.length <= 60) {
        const batch = await handle.outbox.lease({ now: NOW, lease: 1_000, limit: 4, leaseToken: `worker-${index}` })
        if (batch.length === 0) break
        mine.push(...batch.map(({ id }) => id))
      }
      return mine
    })
    expect(leased.flat()).toHaveLength(60)
    expect(new Set(leased.flat()).size).toBe(60)
  })

  test('takes one seal of a number from 8 sealers at once', async (storage, handles) => {
    for (let index = 0; index < 8; index += 1) await storage.audit.append(entry(`e${index}`))
    const sealed = await atOnce(await handles(4), 8, (handle, index) =>
      handle.audit.seal({ ...seal(1, 1), hash: `hash-of-${index}` }, [`e${index}`]),
    )
    expect(sealed.filter(Boolean)).toHaveLength(1)
    expect(await storage.audit.countUnsealed()).toBe(7)
    expect((await storage.audit.lastSeal())?.hash).toBe(`hash-of-${sealed.indexOf(true)}`)
  })

  test('remembers one of 20 answers to one key', async (storage, handles) => {
    const added = await atOnce(await handles(4), 20, (handle, index) =>
      handle.answers.add({ key: 'k', inputDigest: 'i', answer: String(index), expiresAt: NOW + 1 }, NOW),
    )
    expect(added.filter(Boolean)).toHaveLength(1)
    expect((await storage.answers.find('k', NOW))?.answer).toBe(String(added.indexOf(true)))
  })
}
