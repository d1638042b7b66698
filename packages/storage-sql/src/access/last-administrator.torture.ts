import type { ChildProcess } from 'node:child_process'
import { type NewUser, type Stores, webCryptography } from '@rollcall/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { heard, kill, startChild } from '../children.ts'
import { engines, type TestDatabase } from '../engines.ts'
import { lena } from '../lena.ts'
import type { SqlStorage } from '../sql-storage.ts'
import { storageAt } from '../storage-at.ts'
import type { Outcome, Removal } from './removing.child.ts'

const PROCESSES = 4
const ROUNDS = 200

/** How each of 50 goes: five ways for one at a time, two for several. */
const ONE_BY_ONE = ['delete', 'disable', 'demote', 'edit', 'leave'] as const
const EACH = 6
const MANY = 10
const TOGETHER = ['delete-many', 'disable-many'] as const
const ADMINISTRATORS = ONE_BY_ONE.length * EACH + TOGETHER.length * MANY

function administrator(id: string, role = 'hub-administrator'): NewUser {
  return { ...lena(id), grants: [{ role, scope: null, source: 'direct' }] }
}

/** Lets somebody in by a token that is their id. */
async function signedIn({ sessions }: Stores, userId: string): Promise<void> {
  const now = Date.now()
  await sessions.add({
    id: userId,
    userId,
    digest: await webCryptography.digest(userId),
    createdAt: now,
    lastUsedAt: now,
    expiresAt: now + 3_600_000,
    restricted: false,
    confirmedAt: now,
    address: null,
    agent: null,
    impersonation: null,
  })
}

/** 50 people, each removed once, in an order that differs from round to round. */
function removalsOf(round: number): Removal[] {
  const ids = Array.from({ length: ADMINISTRATORS }, (_, index) => `${round}-${index}`)
  const some = (count: number) => ids.splice(0, count)
  // Of the ways for several, the second of each call comes late.
  const size = 1 + (round % 2)
  const removals: Removal[] = [
    ...ONE_BY_ONE.flatMap((kind) => some(EACH).map((id) => ({ kind, ids: [id] }))),
    ...TOGETHER.flatMap((kind) => Array.from({ length: MANY / size }, () => ({ kind, ids: some(size) }))),
  ]
  const first = (round * 7) % removals.length
  return [...removals.slice(first), ...removals.slice(0, first)]
}

/** Told by the tables alone. */
const REMAINING = `SELECT users.id FROM users JOIN grants ON grants.user_id = users.id
  WHERE grants.role = 'hub-administrator' AND grants.scope = '' AND users.enabled = 1`

describe.each(engines)('$name', ({ name, start }) => {
  let database: TestDatabase
  let storage: SqlStorage
  const children: ChildProcess[] = []

  beforeAll(async () => {
    database = await start()
    storage = storageAt(database.address)
    for (let count = 0; count < PROCESSES; count += 1) {
      children.push(startChild('./access/removing.child.ts', database.address))
    }
    expect(await Promise.all(children.map(heard))).toEqual(children.map(() => 'ready'))
  }, 120_000)

  afterAll(async () => {
    await Promise.all(children.map(kill))
    await storage.close()
    await database.close()
  })

  test(`of ${ADMINISTRATORS} administrators removed at once by ${PROCESSES} processes, one stays, ${ROUNDS} times`, async () => {
    const spared: Record<string, number> = {}
    for (let round = 1; round <= ROUNDS; round += 1) {
      for (const table of ['users', 'audit_entries']) await database.query(`DELETE FROM ${table}`)
      const removals = removalsOf(round)
      await storage.transaction(async (tx) => {
        await tx.users.insert(administrator('operator', 'administrator'))
        await signedIn(tx, 'operator')
        for (const { kind, ids } of removals) {
          for (const id of ids) {
            await tx.users.insert(administrator(id))
            if (kind === 'leave') await signedIn(tx, id)
          }
        }
      })
      const answers = children.map((child, index) => {
        child.send(removals.filter((_, each) => each % PROCESSES === index))
        return heard<Outcome[]>(child)
      })
      const outcomes = (await Promise.all(answers)).flat()
      const refused = outcomes.filter(([, outcome]) => outcome !== 'done')
      expect(outcomes).toHaveLength(ADMINISTRATORS)
      expect(refused).toEqual([[expect.anything(), 'not-allowed: last-administrator']])
      const remaining = await database.query(REMAINING)
      expect(remaining).toEqual([{ id: refused[0]?.[0] }])
      // Nothing of what was refused is left: as many entries as removals.
      expect(await database.query('SELECT id FROM audit_entries')).toHaveLength(ADMINISTRATORS - 1)
      const how = removals.find(({ ids }) => ids.includes(String(remaining[0]?.id)))?.kind ?? ''
      spared[how] = (spared[how] ?? 0) + 1
    }
    console.log(
      `${name}: ${ROUNDS} rounds of ${ADMINISTRATORS} removals in ${PROCESSES} processes, one left each time; the refused ones: ${JSON.stringify(spared)}`,
    )
  })
})
