// Signing in with a hash that costs nothing: reservation, attempt, session and audit against the peer's session.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { createMemoryStorage } from '@rollcall/storage-memory'
import { peer, settlePeer, signInToPeer } from '../better-auth.mjs'
import { PASSWORD, person, settle } from '../people.mjs'
import { CLIENT, directory, freeHasher, freshSqlite, product } from '../product.mjs'
import { alsoByProcessor, busy, rounds } from '../rounds.mjs'

const LANES = 8
const COUNT = 500
const ROUNDS = 9
const RAM_DISK = '/dev/shm'

export default async function signInCost() {
  const lines = []
  const row = (what, reached) =>
    lines.push({
      what: `sign-in, free hash, ${what}`,
      unit: '/s',
      reached,
      targets: [{ of: 'better-auth', atLeast: 5 }],
    })
  const disk = await reachedIn({ path: directory() })
  row('SQLite, both WAL with synchronous = FULL', disk.byClock)
  row('SQLite, the same by processor time', disk.byProcessor)
  if (existsSync(RAM_DISK)) {
    const { byProcessor } = await reachedIn({ path: directory(RAM_DISK) })
    row('SQLite on a RAM disk, by processor time', byProcessor)
  }
  row('memory, both without durability, by processor time', (await reachedIn({ memory: true })).byProcessor)
  return lines
}

async function reachedIn(place) {
  const sides = await bothIn(place)
  const all = { ours: [], 'better-auth': [] }
  const turn = (side, operation) => alsoByProcessor(all[side], busy(300, LANES, operation))
  const byClock = await rounds(ROUNDS, {
    ours: turn('ours', sides.ours),
    'better-auth': turn('better-auth', sides.theirs),
  })
  const byProcessor = Object.fromEntries(Object.entries(all).map(([side, figures]) => [side, figures.slice(-ROUNDS)]))
  return { byClock, byProcessor }
}

async function bothIn({ memory = false, path }) {
  const hash = await freeHasher.hash(PASSWORD)
  const storage = memory ? createMemoryStorage() : await freshSqlite(path)
  await settle(storage, { count: COUNT, hash })
  const rollcall = product(storage)
  const visitor = rollcall.anonymous(CLIENT)
  const auth = await peer({ hasher: freeHasher, memory, path })
  await settlePeer(auth, { count: COUNT, hash })

  const people = Array.from({ length: LANES }, (_, lane) => person(lane))
  const ours = (lane) => rollcall.signIn.signIn(visitor, { identifier: people[lane].email, password: PASSWORD })
  const theirs = (lane) => signInToPeer(auth, people[lane])
  assert.equal((await ours(3)).answer.userId, person(3).id)
  assert.equal((await theirs(3)).user.email, person(3).email)
  return { ours, theirs }
}
