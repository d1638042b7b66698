import type { Storage } from '@rollcall/core'
import { STATUSES, type StatusPolicy, statusOf } from '@rollcall/core/rules'
import { expect } from 'vitest'
import type { TestStorageCase } from '../storage.ts'
import { add, DAY, EVERYBODY, FIRST_PAGE, grant, idsOf, lock, MINUTE, NOW, person, token } from './records.ts'

/** A reproducible stream of picks (mulberry32): the same people and clocks on every adapter. */
function picks(seed: number) {
  let state = seed
  return <T>(from: readonly [T, ...T[]]): T => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return from[((bits ^ (bits >>> 14)) >>> 0) % from.length] ?? from[0]
  }
}

/** Around each border the status depends on, one millisecond to each side. */
const around = (instant: number) => [instant - 1, instant, instant + 1] as const

const POLICIES: readonly [StatusPolicy, ...StatusPolicy[]] = [
  { lockout: { threshold: 5, opensAfterMinutes: 15 }, dormantAfterDays: 90 },
  { lockout: { threshold: 5, opensAfterMinutes: null }, dormantAfterDays: 90 },
  { lockout: { threshold: 5, opensAfterMinutes: 15 }, dormantAfterDays: null },
  { lockout: { threshold: 5, opensAfterMinutes: null }, dormantAfterDays: null },
  { lockout: { threshold: 5, opensAfterMinutes: null }, dormantAfterDays: 243 },
]

/** Where the policies' clocks of dormancy run out at `NOW`. */
const DORMANCIES = [...around(NOW - 90 * DAY), ...around(NOW - 243 * DAY)] as const

const CLOCKS = [NOW - 1, NOW, NOW + 1, NOW + 15 * MINUTE, NOW + DAY, NOW + 153 * DAY, NOW + 400 * DAY]

async function populate(storage: Storage, seed: number): Promise<void> {
  const pick = picks(seed)
  await storage.transaction(async (tx) => {
    for (let index = 0; index < 160; index += 1) {
      const id = `p${index}`
      const signedInAt = pick<number | null>([null, null, null, ...DORMANCIES, NOW])
      await add(
        tx,
        person(id, {
          enabled: pick([true, true, true, false]),
          registeredAt: pick<number | null>([null, null, null, null, ...DORMANCIES, NOW - 100 * DAY, NOW - DAY]),
          authentication: { kind: pick(['internal', 'external']), provider: null, subject: null },
          grants: pick([[], [grant('Editor')]]),
        }),
      )
      if (signedInAt !== null) await tx.users.noteSignIn(id, signedInAt)
      const activeAt = pick<number | null>([null, null, null, null, ...DORMANCIES])
      if (activeAt !== null) await tx.users.noteActive(id, activeAt)
      if (pick([true, false])) {
        const expiresAt = pick([...around(NOW), NOW + DAY])
        await tx.tokens.issue(token(id, id, { kind: 'invitation', expiresAt }))
      }
      const lockedAt = pick<number | null>([null, null, null, null, null, ...around(NOW - 15 * MINUTE), NOW])
      if (lockedAt !== null) await lock(tx.lockout, id, lockedAt)
    }
  })
}

export function testStatus(test: TestStorageCase): void {
  for (const seed of [1, 2, 3]) {
    test(`filters and sorts generated people as the rule does, at every border, seed ${seed}`, async (storage) => {
      await populate(storage, seed)
      const seen = new Set<string>()
      for (const policy of POLICIES) {
        for (const now of CLOCKS) {
          const time = { now, policy }
          const { items } = await storage.users.list(EVERYBODY, { ...FIRST_PAGE, by: 'status' }, time)
          const told = items.map((record) => statusOf(record, policy, now))
          for (const status of told) seen.add(status)
          expect(told).toEqual([...told].sort((a, b) => STATUSES.indexOf(a) - STATUSES.indexOf(b)))
          const backwards = await storage.users.list(EVERYBODY, { ...FIRST_PAGE, by: 'status', descending: true }, time)
          expect(backwards.items).toEqual([...items].reverse())

          for (const wanted of [...STATUSES.map((one) => [one]), STATUSES.filter((_, index) => index % 2 === 0)]) {
            const expected = items.filter((_, index) => told[index] && wanted.includes(told[index]))
            expect(await idsOf(storage, { status: wanted }, time)).toEqual(expected.map(({ id }) => id).sort())
          }
          const editors = items.filter(({ grants }, index) => told[index] === 'confirmed' && grants.length > 0)
          expect(await idsOf(storage, { status: ['confirmed'], role: ['Editor'] }, time)).toEqual(
            editors.map(({ id }) => id).sort(),
          )
        }
      }
      expect([...seen].sort()).toEqual([...STATUSES].sort())
    })
  }

  test('tells the status of the instant it is asked about, back and forth', async (storage) => {
    await add(storage, person('ann'))
    await lock(storage.lockout, 'ann', NOW)
    const policy = POLICIES[0]
    const isLocked = (now: number) => idsOf(storage, { status: ['locked'] }, { now, policy })
    expect(await isLocked(NOW)).toEqual(['ann'])
    expect(await isLocked(NOW + 15 * MINUTE)).toEqual([])
    expect(await isLocked(NOW + 15 * MINUTE - 1)).toEqual(['ann'])
  })

  test('follows a lock, an unlock, a sign-in and a switch at once', async (storage) => {
    const ann = person('ann', { registeredAt: NOW - 200 * DAY })
    await add(storage, ann)
    const time = { now: NOW, policy: POLICIES[0] }
    const status = async () => {
      for (const one of STATUSES) if ((await idsOf(storage, { status: [one] }, time)).length > 0) return one
      return null
    }
    expect(await status()).toBe('dormant')
    await lock(storage.lockout, 'ann')
    expect(await status()).toBe('locked')
    await storage.users.update('ann', 1, { fields: { enabled: false }, keys: ann.keys })
    expect(await status()).toBe('deactivated')
    await storage.users.update('ann', 2, { fields: { enabled: true }, keys: ann.keys })
    await storage.lockout.clear('ann')
    expect(await status()).toBe('dormant')
    await storage.users.noteSignIn('ann', NOW)
    expect(await status()).toBe('confirmed')
  })
}
