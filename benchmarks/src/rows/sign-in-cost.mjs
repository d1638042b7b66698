// Signing in with a hash that costs nothing: reservation, attempt, session and audit against the peer's session.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { createMemoryStorage } from '@rollcall/storage-memory'
import { peer, settlePeer, signInToPeer } from '../better-auth.mjs'
import { PASSWORD, person, settle } from '../people.mjs'
import { CLIENT, directory, freeHasher, freshSqlite, product } from '../product.mjs'
import { busy, rounds } from '../rounds.mjs'

const LANES = 8
const COUNT = 500
const RAM_DISK = '/dev/shm'

export default async function signInCost() {
  const places = [
    ['SQLite, both WAL with synchronous = FULL', { path: directory() }],
    ...(existsSync(RAM_DISK) ? [['SQLite, the same on a RAM disk', { path: directory(RAM_DISK) }]] : []),
    ['memory, both without durability', { memory: true }],
  ]
  const lines = []
  for (const [where, place] of places) {
    const sides = await bothIn(place)
    const reached = await rounds(9, {
      ours: busy(300, LANES, sides.ours),
      'better-auth': busy(300, LANES, sides.theirs),
    })
    const targets = [{ of: 'better-auth', atLeast: 5 }]
    lines.push({ what: `sign-in, free hash, ${where}`, unit: '/s', reached, targets })
  }
  return lines
}

async function bothIn({ memory = false, path }) {
  const hash = await freeHasher.hash(PASSWORD)
  const storage = memory ? createMemoryStorage() : await freshSqlite(path)
  await settle(storage, { count: COUNT, hash })
  const rollcall = product(storage)
  const visitor = rollcall.anonymous(CLIENT)
  const auth = await peer({ hasher: freeHasher, memory, path })
  await settlePeer(auth, { count: COUNT, hash })

  const ours = (lane) => rollcall.signIn.signIn(visitor, { identifier: person(lane).email, password: PASSWORD })
  const theirs = (lane) => signInToPeer(auth, lane)
  assert.equal((await ours(3)).answer.userId, person(3).id)
  assert.equal((await theirs(3)).user.email, person(3).email)
  return { ours, theirs }
}
