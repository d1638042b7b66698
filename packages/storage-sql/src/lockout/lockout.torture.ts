import type { ChildProcess } from 'node:child_process'
import { ATTEMPT_LEASE } from '@rollcall/core/rules'
import { argon2idHasher } from '@rollcall/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { heard, kill, startChild } from '../children.ts'
import { engines, type TestDatabase } from '../engines.ts'
import { lena } from '../lena.ts'
import type { SqlStorage } from '../sql-storage.ts'
import { storageAt } from '../storage-at.ts'
import type { Hashing, Order, Outcome } from './signing-in.child.ts'

const THRESHOLD = 5
const PROCESSES = 4
const ATTEMPTS = 500
const ROUNDS = 50

const hashes: Record<Hashing, () => Promise<string>> = {
  plain: async () => 'hash of right',
  argon2id: () => argon2idHasher().hash('right'),
}

describe.each(engines)('$name', ({ name, start }) => {
  let database: TestDatabase
  let storage: SqlStorage
  const started: ChildProcess[] = []

  beforeAll(async () => {
    database = await start()
    storage = storageAt(database.address)
  }, 120_000)

  afterAll(async () => {
    await Promise.all(started.map(kill))
    await storage.close()
    await database.close()
  })

  /** A process that signs in, its clock that many milliseconds ahead. */
  async function signingIn(hashing: Hashing = 'plain', ahead = 0): Promise<ChildProcess> {
    const child = startChild('./lockout/signing-in.child.ts', database.address, hashing, String(ahead))
    started.push(child)
    expect(await heard(child)).toBe('ready')
    return child
  }

  const processes = (hashing: Hashing) => Promise.all(Array.from({ length: PROCESSES }, () => signingIn(hashing)))

  function tell(child: ChildProcess, id: string, order: Omit<Order, 'identifier'>): Promise<Outcome> {
    child.send({ identifier: `${id}@lena.example`, ...order } satisfies Order)
    return heard<Outcome>(child)
  }

  async function registered(id: string, hashing: Hashing = 'plain'): Promise<string> {
    await storage.users.insert(lena(id))
    const hash = await hashes[hashing]()
    await storage.credentials.save({ userId: id, hash, scheme: 1, changedAt: 0, setBy: null }, 0)
    return id
  }

  /** The attempts, spread over the processes at once. */
  async function together(children: readonly ChildProcess[], id: string, password: string): Promise<Outcome> {
    const order = { password, times: ATTEMPTS / PROCESSES, hold: false }
    const outcomes = await Promise.all(children.map((child) => tell(child, id, order)))
    const refused: Record<string, number> = {}
    for (const [code, times] of outcomes.flatMap((outcome) => Object.entries(outcome.refused))) {
      refused[code] = (refused[code] ?? 0) + times
    }
    return {
      evaluated: outcomes.reduce((sum, outcome) => sum + outcome.evaluated, 0),
      signedIn: outcomes.reduce((sum, outcome) => sum + outcome.signedIn, 0),
      refused,
    }
  }

  test.each([
    ['plain', ROUNDS],
    ['argon2id', 1],
  ] as const)(
    `of ${ATTEMPTS} parallel wrong passwords in ${PROCESSES} processes exactly the threshold is evaluated, %s, %i times`,
    async (hashing, rounds) => {
      const children = await processes(hashing)
      let evaluated = 0
      for (let round = 1; round <= rounds; round += 1) {
        const id = await registered(`${hashing}-${round}`, hashing)
        const outcome = await together(children, id, 'wrong')
        expect(outcome).toEqual({ evaluated: THRESHOLD, signedIn: 0, refused: { 'wrong-credentials': ATTEMPTS } })
        expect(await storage.lockout.lockedAt(id)).not.toBeNull()
        expect(await storage.lockout.listFailedSignIns(id, ATTEMPTS)).toHaveLength(100)
        evaluated += outcome.evaluated
      }
      await Promise.all(children.map(kill))
      console.log(
        `${name}, ${hashing}: ${rounds} rounds of ${ATTEMPTS} wrong passwords in ${PROCESSES} processes, ${evaluated} evaluated`,
      )
    },
  )

  test(`${ATTEMPTS} parallel right passwords in ${PROCESSES} processes all sign in`, async () => {
    const children = await processes('plain')
    const id = await registered('right')
    const outcome = await together(children, id, 'right')
    expect(outcome).toEqual({ evaluated: ATTEMPTS, signedIn: ATTEMPTS, refused: {} })
    expect(await storage.lockout.lockedAt(id)).toBeNull()
    await Promise.all(children.map(kill))
    console.log(`${name}: ${outcome.signedIn} of ${ATTEMPTS} right passwords in ${PROCESSES} processes signed in`)
  })

  test('a killed process takes its attempts along only until their lease ends, then they count as wrong', async () => {
    const id = await registered('held')
    const holder = await signingIn()
    holder.send({ identifier: `${id}@lena.example`, password: 'wrong', times: 3, hold: true } satisfies Order)
    expect(await heard(holder)).toBe('holding')
    await kill(holder)

    const left = await tell(await signingIn(), id, { password: 'right', times: THRESHOLD - 3, hold: false })
    expect(left.signedIn).toBe(THRESHOLD - 3)

    const later = await signingIn('plain', ATTEMPT_LEASE)
    const wrong = await tell(later, id, { password: 'wrong', times: 10, hold: false })
    // The right ones zeroed what was counted, not what was out: three dead ones and two more lock.
    expect(wrong.evaluated).toBe(THRESHOLD - 3)
    expect(await storage.lockout.lockedAt(id)).not.toBeNull()
    console.log(`${name}: 3 attempts of a killed process counted once their lease had ended`)
  })
})
