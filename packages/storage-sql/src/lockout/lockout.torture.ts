import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ATTEMPT_LEASE } from '@rollcall/core/rules'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { heard, kill, startChild } from '../children.ts'
import { lena } from '../lena.ts'
import { sqliteStorage } from '../sqlite.ts'
import type { Order, Outcome } from './signing-in.child.ts'

const THRESHOLD = 5
const PROCESSES = 4
const ATTEMPTS = 500

const directory = mkdtempSync(join(tmpdir(), 'rollcall-'))
const file = join(directory, 'rollcall.db')
const storage = sqliteStorage({ file })
const children: ChildProcess[] = []

beforeAll(async () => {
  await storage.migrate()
  await Promise.all(Array.from({ length: PROCESSES }, () => start()))
}, 120_000)

afterAll(async () => {
  await Promise.all(children.filter((child) => child.exitCode === null && child.signalCode === null).map(kill))
  await storage.close()
  rmSync(directory, { recursive: true })
})

/** A process that signs in, its clock that many milliseconds ahead. */
async function start(ahead = 0): Promise<ChildProcess> {
  const child = startChild('./lockout/signing-in.child.ts', file, String(ahead))
  children.push(child)
  expect(await heard(child)).toBe('ready')
  return child
}

function tell(child: ChildProcess, id: string, order: Omit<Order, 'identifier'>): Promise<Outcome> {
  child.send({ identifier: `${id}@lena.example`, ...order } satisfies Order)
  return heard<Outcome>(child)
}

async function registered(id: string): Promise<string> {
  await storage.users.insert(lena(id))
  const hash = 'hash of right'
  await storage.credentials.save({ userId: id, hash, scheme: 1, changedAt: 0, setBy: null }, 0)
  return id
}

/** The attempts, spread over the processes at once. */
async function together(id: string, password: string): Promise<Outcome> {
  const order = { password, times: ATTEMPTS / PROCESSES, hold: false }
  const outcomes = await Promise.all(children.slice(0, PROCESSES).map((child) => tell(child, id, order)))
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

test.each(Array.from({ length: 20 }, (_, round) => round))(
  'of 500 parallel wrong passwords in 4 processes exactly the threshold is evaluated, round %i',
  async (round) => {
    const id = await registered(`wrong-${round}`)
    const outcome = await together(id, 'wrong')
    expect(outcome).toEqual({ evaluated: THRESHOLD, signedIn: 0, refused: { 'wrong-credentials': ATTEMPTS } })
    expect(await storage.lockout.lockedAt(id)).not.toBeNull()
    expect(await storage.lockout.listFailedSignIns(id, ATTEMPTS)).toHaveLength(100)
  },
)

test('500 parallel right passwords in 4 processes all sign in', async () => {
  const id = await registered('right')
  expect(await together(id, 'right')).toEqual({ evaluated: ATTEMPTS, signedIn: ATTEMPTS, refused: {} })
  expect(await storage.lockout.lockedAt(id)).toBeNull()
})

test('a killed process takes its attempts along only until their lease ends, then they count as wrong', async () => {
  const id = await registered('held')
  const holder = await start()
  holder.send({ identifier: `${id}@lena.example`, password: 'wrong', times: 3, hold: true } satisfies Order)
  expect(await heard(holder)).toBe('holding')
  await kill(holder)

  const [survivor] = children
  if (!survivor) throw new Error('no child')
  const left = await tell(survivor, id, { password: 'right', times: THRESHOLD - 3, hold: false })
  expect(left.signedIn).toBe(THRESHOLD - 3)

  const later = await start(ATTEMPT_LEASE)
  const wrong = await tell(later, id, { password: 'wrong', times: 10, hold: false })
  // The right ones zeroed what was counted, not what was out: three dead ones and two more lock.
  expect(wrong.evaluated).toBe(THRESHOLD - 3)
  expect(await storage.lockout.lockedAt(id)).not.toBeNull()
})
