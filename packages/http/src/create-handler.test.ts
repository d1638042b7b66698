import { createRollcall, type Logger, type Storage } from '@rollcall/core'
import { directory } from '@rollcall/core/presets'
import { memoryRateLimiter } from '@rollcall/node'
import { createMemoryStorage } from '@rollcall/storage-memory'
import { cheapHasher, createWorld, PASSWORD } from '@rollcall/testing'
import { describe, expect, test } from 'vitest'
import type * as z from 'zod/mini'
import { createHandler, type HandlerOptions } from './create-handler.ts'
import { operations, pathKeys, readsQuery, writes } from './operations.ts'

const SITE = 'https://people.example'
const BASE = `${SITE}/api/rollcall`
const HOUR = 3_600_000

interface Sent {
  readonly body?: unknown
  readonly cookie?: string | null
  readonly headers?: Record<string, string>
  readonly env?: unknown
}

/** A product with one registered administrator, and a browser's way of calling it. */
async function world(options: HandlerOptions & { storage?: Storage } = {}) {
  const { storage, ...handlerOptions } = options
  const { rollcall, clock } = createWorld({ baseUrl: SITE, now: Date.UTC(2030, 0, 1), ...(storage ? { storage } : {}) })
  const handler = createHandler(rollcall, handlerOptions)

  async function send(method: string, path: string, { body, cookie, headers, env }: Sent = {}) {
    const request = new Request(BASE + path, {
      method,
      headers: {
        'sec-fetch-site': 'same-origin',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(cookie ? { cookie } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const answer = await handler(request, env)
    const text = await answer.text()
    const isJson = /json/.test(answer.headers.get('content-type') ?? '') && text !== ''
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      body: (isJson ? JSON.parse(text) : null) as Record<string, unknown>,
      cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? null,
    }
  }

  const { userId, link } = await rollcall.users.createOwner(rollcall.host('test'), { email: 'ada@people.example' })
  const registered = await send('POST', '/registration', {
    body: { token: link.split('token=')[1], password: PASSWORD, firstName: 'Ada', lastName: 'Byron' },
  })
  const signIn = (sent: Sent = {}) =>
    send('POST', '/sign-in', { body: { identifier: 'ada@people.example', password: PASSWORD }, ...sent })
  return { send, signIn, pass: clock.advance, userId, registered, cookie: registered.cookie }
}

describe('every route of the contract', async () => {
  const { send, cookie, userId } = await world()
  const filled = (path: string) => path.replace(/:\w+/g, userId)
  const named = operations.map((each) => [`${each.slice}.${each.verb}`, each.entry] as const)
  const seen: Headers[] = []
  const call = async (entry: (typeof operations)[number]['entry'], sent: Sent, search = '') => {
    const headers = {
      ...(entry.versioned ? { 'if-match': '"1"' } : {}),
      ...(entry.takes ? { 'content-type': 'text/csv' } : {}),
      ...sent.headers,
    }
    const file = entry.takes ? { body: 'Email\r\n' } : {}
    const answer = await send(entry.method, filled(entry.path) + search, { cookie, ...file, ...sent, headers })
    seen.push(answer.headers)
    return answer
  }

  test.each(named)('%s refuses an unknown key', async (_, entry) => {
    const answer = readsQuery(entry)
      ? await call(entry, {}, '?nonsense=1')
      : await call(entry, { body: { nonsense: 1 } })
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid-input', fields: { nonsense: 'unknown-key' } } })
  })

  test.each(named)('%s refuses a wrong type in every key', async (_, entry) => {
    const keys = Object.keys((entry.input as z.ZodMiniObject).shape)
    for (const key of keys) {
      const answer = readsQuery(entry)
        ? await call(entry, {}, `?${key}=%00`)
        : await call(entry, { body: { [key]: { $ne: null } } })
      expect(answer, key).toMatchObject({ status: 422, body: { code: 'invalid-input' } })
      const fields = Object.keys(answer.body.fields as object)
      expect(
        fields.map((path) => path.split('.')[0]),
        key,
      ).toContain(key)
    }
  })

  const elsewhere = named.filter(([, entry]) => {
    return pathKeys(entry).length > 0 || entry.versioned || entry.idempotent || entry.takes
  })
  test.each(elsewhere)('%s refuses a key of its path, headers or file in query or body', async (_, entry) => {
    for (const key of [
      ...pathKeys(entry),
      ...(entry.versioned ? ['version'] : []),
      ...(entry.idempotent ? ['idempotencyKey'] : []),
      ...(entry.takes ? ['file'] : []),
    ]) {
      const answer = readsQuery(entry) ? await call(entry, {}, `?${key}=1`) : await call(entry, { body: { [key]: 1 } })
      expect(answer, key).toMatchObject({ status: 422, body: { fields: { [key]: 'unknown-key' } } })
    }
  })

  test.each(named.filter(([, entry]) => entry.caller !== 'anyone'))('%s needs a session', async (_, entry) => {
    for (const shown of [null, '__Host-rollcall=nobody', 'rollcall=nobody']) {
      const answer = await call(entry, { cookie: shown })
      expect(answer).toMatchObject({ status: 401, body: { code: 'not-signed-in' } })
    }
    const unread = readsQuery(entry) ? {} : { body: 'x'.repeat(70_000) }
    const first = await send(entry.method, filled(entry.path), unread)
    expect(first, 'before version and body are looked at').toMatchObject({ status: 401 })
    const bearer = await call(entry, { cookie: null, headers: { authorization: 'Bearer nobody' } })
    expect(bearer.headers.get('www-authenticate')).toBe('Bearer')
  })

  test.each(named.filter(([, entry]) => writes(entry)))('%s refuses a page of another origin', async (_, entry) => {
    for (const site of ['cross-site', 'same-site', 'none', '']) {
      const headers = { 'sec-fetch-site': site, origin: 'https://evil.example' }
      expect(await call(entry, { headers })).toMatchObject({ status: 403, body: { code: 'cross-origin' } })
    }
  })

  test.each(named.filter(([, entry]) => !readsQuery(entry)))(
    '%s refuses a body that is too large',
    async (_, entry) => {
      const answer = await call(entry, { body: `{"nonsense":"${'x'.repeat(65_536)}"}` })
      expect(answer).toMatchObject({ status: 413, body: { code: 'too-large' } })
    },
  )

  test.each(named.filter(([, entry]) => !readsQuery(entry)))('%s takes JSON and nothing else', async (_, entry) => {
    const answer = await call(entry, { body: '{}', headers: { 'content-type': 'text/plain' } })
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid-input' } })
  })

  test.each(named.filter(([, entry]) => entry.takes))(
    '%s takes CSV of a certain size and nothing else',
    async (_, entry) => {
      const answer = await call(entry, { headers: { 'content-type': 'application/json' } })
      expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported-file' } })
      const announced = await call(entry, { headers: { 'content-length': String(101 * 1024 ** 2) } })
      expect(announced).toMatchObject({ status: 413, body: { code: 'too-large', file: { problem: 'too-large' } } })
    },
  )

  test.each(named.filter(([, entry]) => pathKeys(entry).length > 0))(
    '%s refuses an id that is none',
    async (_, entry) => {
      const answer = await send(entry.method, entry.path.replace(/:\w+/g, '%2e%2e%2f'), {
        cookie,
        ...(entry.versioned ? { headers: { 'if-match': '"1"' } } : {}),
      })
      expect(answer).toMatchObject({ status: 422, body: { code: 'invalid-input' } })
    },
  )

  test.each(named)('%s answers a method it does not know with the ones it does', async (_, entry) => {
    for (const method of ['PURGE', 'QUERY']) {
      const answer = await send(method, filled(entry.path), { cookie, headers: { 'x-http-method-override': 'GET' } })
      expect(answer).toMatchObject({ status: 405, body: { code: 'method-not-allowed' } })
      expect(answer.headers.get('allow')?.split(', ')).toContain(entry.method)
    }
  })

  test('none of these answers can be cached, sniffed, framed or embedded', () => {
    for (const headers of seen) {
      expect(headers.get('content-type')).toMatch(/^application\/(problem\+)?json; charset=utf-8$/)
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('vary')).toBe('Origin')
      expect(headers.get('access-control-allow-origin')).toBeNull()
    }
  })
})

describe('a session', () => {
  test('is opened by signing in, lives in the cookie, and is gone after signing out', async () => {
    const { send, signIn, userId } = await world()
    const opened = await signIn()
    expect(opened.status).toBe(200)
    expect(opened.headers.get('set-cookie')).toMatch(
      /^__Host-rollcall=[\w-]{43}; Max-Age=86400; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect(opened.text).not.toContain(opened.cookie?.split('=')[1])
    expect(await send('GET', '/me', { cookie: opened.cookie })).toMatchObject({ status: 200, body: { id: userId } })

    const closed = await send('POST', '/sign-out', { cookie: opened.cookie })
    expect(closed).toMatchObject({ status: 200, cookie: '__Host-rollcall=' })
    const replayed = await send('GET', '/me', { cookie: opened.cookie })
    expect(replayed).toMatchObject({ status: 401, body: { code: 'not-signed-in' }, cookie: null })
  })

  test('that ran out is forgotten, and stops nobody from signing in again', async () => {
    const { send, signIn, pass, cookie } = await world()
    pass(2 * HOUR)
    expect(await send('GET', '/policy', { cookie })).toMatchObject({ status: 200, cookie: null })
    const again = await signIn({ cookie })
    expect(again.cookie).toMatch(/^__Host-rollcall=[\w-]{43}$/)
  })

  test('comes as a token instead of a cookie for a client that asks, and stays one', async () => {
    const { send, signIn } = await world()
    const opened = await signIn({ headers: { 'rollcall-session': 'token' } })
    expect(opened.cookie).toBeNull()
    const bearer = (token: unknown) => ({ authorization: `Bearer ${token}`, 'sec-fetch-site': 'cross-site' })
    const headers = bearer(opened.body.sessionToken)
    const changed = await send('POST', '/me/password', {
      headers,
      body: { currentPassword: PASSWORD, password: 'the tide waits for nobody' },
    })
    expect(changed).toMatchObject({ status: 200, cookie: null, body: { sessionToken: expect.any(String) } })
    expect(await send('GET', '/me', { headers })).toMatchObject({ status: 401, cookie: null })
    expect(await send('GET', '/me', { headers: bearer(changed.body.sessionToken) })).toMatchObject({ status: 200 })
  })

  test('that came as a cookie stays one, whatever a script of the page asks for', async () => {
    const { send, signIn } = await world()
    const { cookie } = await signIn()
    const headers = { 'rollcall-session': 'token' }
    const confirmed = await send('POST', '/sign-in/confirm', { cookie, headers, body: { password: PASSWORD } })
    expect(confirmed).toMatchObject({ status: 200, cookie: expect.stringMatching(/^__Host-rollcall=[\w-]{43}$/) })
    expect(confirmed.body).not.toHaveProperty('sessionToken')
  })

  test('is never taken from the query, nor the cookie’s from Basic credentials', async () => {
    const { send, cookie } = await world()
    const token = cookie?.split('=')[1] ?? ''
    expect(await send('GET', `/policy?token=${token}`)).toMatchObject({ status: 422 })
    expect(await send('GET', '/me', { headers: { authorization: `Basic ${token}` } })).toMatchObject({ status: 401 })
  })

  test('names whom it acts as on every answer, opaquely, and nobody once it is closed', async () => {
    const { send, signIn, cookie, registered, userId } = await world()
    const actor = registered.headers.get('rollcall-actor')
    expect(actor).toMatch(/^[0-9a-f]{32}$/)
    expect(userId).not.toContain(actor)
    for (const answer of [await send('GET', '/me', { cookie }), await send('GET', '/users/nobody', { cookie })]) {
      expect(answer.headers.get('rollcall-actor')).toBe(actor)
    }
    const second = await signIn()
    expect(second.headers.get('rollcall-actor')).toBe(actor)
    const closed = await send('POST', '/sign-out', { cookie: second.cookie })
    expect(closed.headers.get('rollcall-actor')).toBeNull()
    expect((await send('GET', '/policy')).headers.get('rollcall-actor')).toBeNull()
  })
})

describe('versions', () => {
  test('a write says which version it saw, a stale one is shown the current record', async () => {
    const { send, cookie } = await world()
    const { body: me } = await send('GET', '/me', { cookie })
    const edit = (tag: string | null, jobTitle = 'Countess') =>
      send('PATCH', '/me', { cookie, body: { jobTitle }, headers: tag === null ? {} : { 'if-match': tag } })

    expect(await edit(null)).toMatchObject({ status: 428, body: { code: 'version-required' } })
    for (const tag of ['*', `W/"${me.version}"`, `"${me.version}", "9"`, `${me.version}`, '"0x1"', '""']) {
      expect(await edit(tag), tag).toMatchObject({ status: 422, body: { fields: { version: 'invalid' } } })
    }
    expect(await edit(`"${me.version}"`)).toMatchObject({ status: 200, body: { jobTitle: 'Countess' } })
    expect(await edit(`"${me.version}"`, 'Analyst')).toMatchObject({
      status: 409,
      body: { code: 'changed-meanwhile', current: { jobTitle: 'Countess' } },
    })
  })
})

describe('problems', () => {
  test('a refusal is problem+json as RFC 9457 has it', async () => {
    const { signIn } = await world()
    const answer = await signIn({ body: { identifier: 'ada@people.example', password: 'wrong' } })
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(answer.body).toEqual({
      type: 'urn:rollcall:refusal:wrong-credentials',
      title: 'Wrong credentials',
      status: 401,
      code: 'wrong-credentials',
    })
  })

  test('an unknown path is `not-found`, whatever the method', async () => {
    const { send } = await world()
    for (const method of ['GET', 'POST', 'OPTIONS']) {
      expect(await send(method, '/nothing')).toMatchObject({ status: 404, body: { code: 'not-found' } })
    }
  })

  test('a fault tells the caller a number and the log the rest', async () => {
    const storage = createMemoryStorage()
    const logged: unknown[] = []
    const logger: Logger = { log: (...entry) => logged.push(entry) }
    const { send, cookie } = await world({ storage, logger })
    const broken = new Error('SELECT digest FROM sessions: disk I/O error')
    storage.sessions.find = () => Promise.reject(broken)

    const { status, body, text, headers } = await send('GET', '/me', { cookie })
    expect({ status, code: body.code }).toEqual({ status: 503, code: 'unavailable' })
    expect(text).not.toMatch(/SELECT|disk|\bat\b/)
    expect(headers.get('cache-control')).toBe('no-store')
    const details = { correlationId: body.correlationId, operation: 'users.getMe', error: broken }
    expect(logged).toEqual([['error', 'sys_crash', details]])
  })
})

describe('limits', () => {
  const limiter = () => memoryRateLimiter({ 'sign-in': { points: 2, overall: 100, seconds: 60 } })

  test('count per client address, and say when to come back', async () => {
    const { signIn } = await world({ limiter: limiter() })
    const from = (clientAddress: string) => signIn({ env: { clientAddress } })
    await from('192.0.2.1')
    await from('::ffff:192.0.2.1')
    const answer = await from('192.0.2.1')
    expect(answer).toMatchObject({ status: 429, body: { code: 'too-many-requests' } })
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await from('192.0.2.2')).toMatchObject({ status: 200 })
  })

  test('believe no header about the address unless told to', async () => {
    const forged = (host: number) => ({ headers: { 'x-forwarded-for': `192.0.2.${host}` } })
    const plain = await world({ limiter: limiter() })
    for (const host of [1, 2]) await plain.signIn(forged(host))
    expect(await plain.signIn(forged(3))).toMatchObject({ status: 429 })

    const clientAddress = (request: Request) => request.headers.get('x-forwarded-for')
    const told = await world({ limiter: limiter(), clientAddress })
    for (const host of [1, 2]) await told.signIn(forged(host))
    expect(await told.signIn(forged(3))).toMatchObject({ status: 200 })
  })
})

describe('other origins', () => {
  const origin = 'https://shop.example'
  const headers = { origin, 'sec-fetch-site': 'same-site' }

  test('on the allow-list may call with the session and read the answers', async () => {
    const { send, cookie } = await world({ origins: [origin] })
    const preflight = await send('OPTIONS', '/me', { headers })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, PATCH, DELETE')
    expect(preflight.headers.get('access-control-allow-headers')).toContain('If-Match')
    for (const answer of [preflight, await send('POST', '/sign-out', { cookie, headers })]) {
      expect(answer.status).toBeLessThan(300)
      expect(answer.headers.get('access-control-allow-origin')).toBe(origin)
      expect(answer.headers.get('access-control-allow-credentials')).toBe('true')
    }
  })

  test('get no word in otherwise', async () => {
    const { send } = await world()
    const preflight = await send('OPTIONS', '/me', { headers })
    expect([...preflight.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

describe('a file', async () => {
  const { rollcall, createOwner, signIn, storage, clock, mails: mailer } = createWorld({ policy: directory })
  const parts = { policy: directory, storage, clock, mailer, baseUrl: 'https://apps.northwind.example' }
  await createOwner({ email: 'ada@people.example', username: 'ada', firstName: 'Ada', lastName: 'Byron' })
  const authorization = `Bearer ${await signIn('ada@people.example')}`
  const handler = createHandler(rollcall)
  const call = (path: string, init: RequestInit = {}) =>
    handler(
      new Request(`https://apps.northwind.example/api/rollcall${path}`, {
        ...init,
        headers: { authorization, 'content-type': 'text/csv; charset=utf-8' },
      }),
    )

  test('is judged as it comes in, its name and columns in the query', async () => {
    const columns = encodeURIComponent('{"Login":"username","Shoe size":null}')
    const header = 'Login,Shoe size,FirstName,LastName,Email'
    const body = `${header}\r\ngrace,38,Grace,Hopper,grace@people.example\r\nalan,40,Alan,Turing,nowhere\r\n`
    const answer = await call(`/imports?name=people.csv&columns=${columns}`, { method: 'POST', body })
    const info = (await answer.json()) as { id: string }
    expect({ status: answer.status, info }).toMatchObject({
      status: 201,
      info: { name: 'people.csv', counts: { create: 1, refused: 1 } },
    })
    const rejected = await call(`/imports/${info.id}/rejected.csv`)
    const text = await rejected.text()
    expect(text.startsWith(`${header},RefusedBecause\r\nalan,40,Alan,Turing,nowhere,`)).toBe(true)
  })

  test('is refused where the host brought nothing that reads one', async () => {
    const without = createHandler(createRollcall({ ...parts, hasher: cheapHasher(), secrets: [new Uint8Array(32)] }))
    const headers = { authorization, 'content-type': 'text/csv' }
    const url = 'https://apps.northwind.example/api/rollcall/imports'
    const answer = await without(new Request(url, { method: 'POST', headers, body: 'Username\r\nada\r\n' }))
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ code: 'not-allowed', reason: 'disabled-by-policy' })
  })

  test('that cannot be read is refused with the place where that shows', async () => {
    const answer = await call('/imports', { method: 'POST', body: 'Username,Email\r\nada,"nobody' })
    expect(answer.status).toBe(415)
    expect(await answer.json()).toMatchObject({
      code: 'unsupported-file',
      file: { problem: 'unclosed-quote', line: 2, column: 2 },
    })
  })
})

test('success has the status of its entry', async () => {
  const { send, registered } = await world()
  expect(registered.status).toBe(201)
  expect(await send('POST', '/password-reset', { body: { identifier: 'nobody' } })).toMatchObject({ status: 202 })
})

test('HEAD is GET without the body, and the OpenAPI document is served', async () => {
  const { send, cookie } = await world()
  expect(await send('HEAD', '/me', { cookie })).toMatchObject({ status: 200, text: '' })
  expect(await send('GET', '/openapi.json')).toMatchObject({ status: 200, body: { openapi: '3.1.0' } })
})
