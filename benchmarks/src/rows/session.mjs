// A session check in core on SQLite: token to session, person and grants.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { peer, peerCookie, settlePeer } from '../better-auth.mjs'
import { byHand } from '../by-hand.mjs'
import { PASSWORD, person, settle } from '../people.mjs'
import { CLIENT, directory, freeHasher, freshSqlite, product } from '../product.mjs'
import { rounds, steady } from '../rounds.mjs'

const COUNT = 200

export default async function session() {
  const path = directory()
  const storage = await freshSqlite(path)
  const hash = await freeHasher.hash(PASSWORD)
  const tokens = await settle(storage, { count: COUNT, hash })
  const { sessions } = product(storage)
  const find = byHand(join(path, 'rollcall.sqlite')).find
  const turn = (check) =>
    steady(COUNT, async () => {
      for (let number = 0; number < COUNT; number += 1) await check(number)
    })
  const ours = turn((number) => sessions.authenticate(tokens[number], CLIENT))

  for (const token of tokens) {
    const { session, effective } = await sessions.authenticate(token, CLIENT)
    assert.deepEqual({ session, user: effective.user }, find(token))
  }
  // Before the peer is there: it switches on `AsyncLocalStorage`, which makes each promise of the process dearer.
  const alone = await rounds(15, {
    ours,
    limit: steady(COUNT, () => {
      for (const token of tokens) find(token)
    }),
  })

  const plain = await peerSessions({ cookieCache: false, hash })
  const cached = await peerSessions({ cookieCache: true, hash })
  for (const [number, token] of tokens.entries()) {
    const { effective } = await sessions.authenticate(token, CLIENT)
    const { email, rank } = person(number)
    for (const { user } of [await plain.check(number), await cached.check(number)]) {
      assert.deepEqual([user.email, user.role], [email, effective.user.grants[0].role])
    }
    assert.equal(effective.power.rank, rank)
  }
  const beside = await rounds(15, {
    ours,
    'better-auth': turn(plain.check),
    'better-auth, cookie cache': turn(cached.check),
  })
  const what = 'session check in core, SQLite'
  return [
    { what, unit: '/s', reached: alone, targets: [{ of: 'limit', atLeast: 0.6 }] },
    { what: `${what}, beside a peer`, unit: '/s', reached: beside, targets: [{ of: 'better-auth', atLeast: 20 }] },
  ]
}

async function peerSessions({ cookieCache, hash }) {
  const auth = await peer({ hasher: freeHasher, cookieCache })
  await settlePeer(auth, { count: COUNT, hash })
  const headers = []
  for (let number = 0; number < COUNT; number += 1)
    headers.push(new Headers({ cookie: await peerCookie(auth, number) }))
  return { check: (number) => auth.api.getSession({ headers: headers[number] }) }
}
