// A session check through HTTP: from a request with a cookie to the read body of `GET /me`.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { createHandler } from '@rollcall/http'
import { peer, peerCookie, settlePeer } from '../better-auth.mjs'
import { byHand } from '../by-hand.mjs'
import { PASSWORD, person, settle } from '../people.mjs'
import { policy } from '../policy.mjs'
import { directory, freeHasher, freshSqlite, product, SITE } from '../product.mjs'
import { rounds, steady } from '../rounds.mjs'

const COUNT = 200

export default async function me() {
  const path = directory()
  const storage = await freshSqlite(path)
  const hash = await freeHasher.hash(PASSWORD)
  const tokens = await settle(storage, { count: COUNT, hash })
  const cookies = tokens.map((token) => `__Host-rollcall=${token}`)
  const ours = asker('/api/rollcall/me', createHandler(product(storage)), cookies)
  const limit = asker('/me', handlerByHand(join(path, 'rollcall.sqlite')), cookies)
  const plain = await peerAsker({ cookieCache: false, hash })
  const cached = await peerAsker({ cookieCache: true, hash })

  for (let number = 0; number < COUNT; number += 1) {
    const body = await ours(number)
    assert.deepEqual(await limit(number), body)
    const { email, rank } = person(number)
    assert.deepEqual([body.email, body.grants[0].role], [email, `role-${rank}`])
    for (const ask of [plain, cached]) {
      const { user } = await ask(number)
      assert.deepEqual([user.email, user.role], [email, `role-${rank}`])
    }
  }

  const turn = (ask) =>
    steady(COUNT, async () => {
      for (let number = 0; number < COUNT; number += 1) await ask(number)
    })
  const reached = await rounds(15, {
    ours: turn(ours),
    limit: turn(limit),
    'better-auth': turn(plain),
    'better-auth, cookie cache': turn(cached),
  })
  return [
    {
      what: 'session check through HTTP, SQLite',
      unit: '/s',
      reached,
      targets: [
        { of: 'limit', atLeast: 0.5 },
        { of: 'better-auth', atLeast: 6 },
      ],
    },
  ]
}

/** Asks a handler as a browser would and reads the answer. */
function asker(path, handler, cookies) {
  return async (number) => {
    const headers = { cookie: cookies[number], 'sec-fetch-site': 'same-origin', 'user-agent': 'benchmark' }
    const answer = await handler(new Request(SITE + path, { headers }))
    assert.equal(answer.status, 200)
    return answer.json()
  }
}

async function peerAsker({ cookieCache, hash }) {
  const auth = await peer({ hasher: freeHasher, cookieCache })
  await settlePeer(auth, { count: COUNT, hash })
  const cookies = []
  for (let number = 0; number < COUNT; number += 1) cookies.push(await peerCookie(auth, number))
  return asker('/api/auth/get-session', auth.handler, cookies)
}

/** The same answer from a handler that has one route, one policy and no headers but the necessary one. */
function handlerByHand(file) {
  const { find, resources } = byHand(file)
  const { systemRoles, scopedRoles } = policy.access
  const order = systemRoles.at(-1).rights
  const system = new Map(systemRoles.map(({ id, rights }) => [id, rights]))
  const scoped = new Map(scopedRoles.map(({ id, rights }) => [id, order.filter((right) => rights.includes(right))]))
  const fields = Object.fromEntries(
    Object.entries(policy.fields).map(([field, { editableBy }]) => [field, editableBy !== 'administrator']),
  )
  return (request) => {
    const [, token] = /(?:^|; )__Host-rollcall=([^;]+)/.exec(request.headers.get('cookie') ?? '') ?? []
    const found = token && find(token)
    if (!found) return new Response(null, { status: 401 })
    const { session, user } = found
    const body = {
      id: user.id,
      email: user.email,
      username: user.username,
      name: `${user.firstName} ${user.lastName}`,
      firstName: user.firstName,
      lastName: user.lastName,
      displayName: user.displayName,
      jobTitle: user.jobTitle,
      phone: user.phone,
      language: user.language,
      timeZone: user.timeZone,
      organization: user.organization,
      authentication: { kind: user.authentication.kind, provider: user.authentication.provider },
      muteNotifications: user.muteNotifications,
      version: user.version,
      grants: user.grants.map((grant) => ({ ...grant, group: null })),
      rights: system.get(user.grants[0].role),
      scopedRights: Object.fromEntries(user.grants.slice(1).map(({ role, scope }) => [scope, scoped.get(role)])),
      reachedRights: {},
      impersonation: session.impersonation,
      restricted: session.restricted,
      confirmedUntil: new Date(session.confirmedAt + policy.session.confirmMinutes * 60_000).toISOString(),
      resources: resources(user.grants),
      provider: null,
      mayDelete: policy.deletion.self,
      mayChangeEmail: false,
      fields,
    }
    return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } })
  }
}
