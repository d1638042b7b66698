// Signing in with real argon2id, eight people at a time, and what the event loop feels of it.
import assert from 'node:assert/strict'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { hash, verify } from '@node-rs/argon2'
import { argon2idHasher } from '@rollcall/node'
import { peer, settlePeer, signInToPeer } from '../better-auth.mjs'
import { PASSWORD, person, settle } from '../people.mjs'
import { CLIENT, freshSqlite, product } from '../product.mjs'
import { alsoByProcessor, busy, rounds } from '../rounds.mjs'

const LANES = 8
const COSTS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const RESOLUTION = 2
const ROUNDS = 9

export default async function signIn() {
  const made = await hash(PASSWORD, COSTS)
  const storage = await freshSqlite()
  await settle(storage, { count: LANES, hash: made })
  const rollcall = product(storage, argon2idHasher(COSTS))
  const visitor = rollcall.anonymous(CLIENT)
  const auth = await peer({
    hasher: { hash: (password) => hash(password, COSTS), verify: (text, of) => verify(of, text) },
  })
  await settlePeer(auth, { count: LANES, hash: made })

  const people = Array.from({ length: LANES }, (_, lane) => person(lane))
  const ours = (lane) => rollcall.signIn.signIn(visitor, { identifier: people[lane].email, password: PASSWORD })
  const theirs = (lane) => signInToPeer(auth, people[lane])
  assert.equal((await ours(3)).answer.userId, person(3).id)
  assert.equal((await theirs(3)).user.email, person(3).email)
  assert.ok(await verify(made, PASSWORD))

  const delays = []
  const byProcessor = { ours: [], limit: [], 'better-auth, argon2id': [] }
  const turn = (side, operation) => alsoByProcessor(byProcessor[side], busy(1_500, LANES, operation))
  const reached = await rounds(ROUNDS, {
    ours: watching(delays, turn('ours', ours)),
    limit: turn('limit', () => verify(made, PASSWORD)),
    'better-auth, argon2id': turn('better-auth, argon2id', theirs),
  })
  const counted = Object.entries(byProcessor).map(([side, figures]) => [side, figures.slice(-ROUNDS)])
  const targets = [{ of: 'limit', atLeast: 0.9 }]
  const what = 'sign-in, argon2id, 8 at once, SQLite'
  return [
    { what, unit: '/s', reached, targets },
    { what: `${what}, by processor time`, unit: '/s', reached: Object.fromEntries(counted), targets },
    {
      what: 'event-loop delay p99 meanwhile',
      unit: 'ms',
      reached: { ours: delays.slice(-ROUNDS) },
      targets: [{ atMost: 50 }],
    },
  ]
}

/** The turn, with the 99th percentile of the event loop's delay meanwhile put into `delays`, in milliseconds. */
const watching = (delays, turn) => async () => {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION })
  delay.enable()
  const figure = await turn()
  delay.disable()
  delays.push(delay.percentile(99) / 1e6 - RESOLUTION)
  return figure
}
