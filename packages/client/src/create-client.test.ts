import type { CsvFile } from '@rollcall/core/contract'
import { directory } from '@rollcall/core/presets'
import { createHandler } from '@rollcall/http'
import { createWorld, PASSWORD } from '@rollcall/testing'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { type ClientOptions, createClient, RefusedError } from './index.ts'

const SITE = 'https://people.example'
const ADA = { identifier: 'ada@people.example', password: PASSWORD }

type Fetch = NonNullable<ClientOptions['fetch']>

/** A product with one registered administrator, reached through a browser's cookie jar; `sent` is what went out. */
async function world() {
  const { rollcall } = createWorld({ baseUrl: SITE })
  const handler = createHandler(rollcall)
  const sent: { url: string; init: RequestInit; headers: Headers }[] = []
  let jar = ''
  const fetch: Fetch = async (url, init) => {
    const headers = new Headers(init.headers)
    sent.push({ url, init, headers: new Headers(headers) })
    headers.set('sec-fetch-site', 'same-origin')
    if (init.credentials !== 'omit') headers.set('cookie', jar)
    const answer = await handler(new Request(new URL(url, SITE), { ...init, headers }))
    jar = answer.headers.get('set-cookie')?.split(';')[0] ?? jar
    return answer
  }
  const actors: (string | null)[] = []
  const client = createClient({ fetch, onActorChange: (actor) => actors.push(actor) })
  const { userId, link } = await rollcall.users.createOwner(rollcall.host('test'), { email: ADA.identifier })
  const token = link.split('token=')[1] ?? ''
  await client.invitations.registerUser({ token, password: ADA.password, firstName: 'Ada', lastName: 'Byron' })
  return { client, fetch, sent, actors, userId }
}

const refusal = (code: string, details: object = {}) => expect.objectContaining({ name: 'RefusedError', code, details })

describe('a call', () => {
  test('reaches the operation of its name, with path, query, version and body in their places', async () => {
    const { client, sent, userId } = await world()
    const me = await client.users.getMe()
    expect(me).toMatchObject({ id: userId, firstName: 'Ada' })
    expectTypeOf(me.grants).items.toHaveProperty('role')

    const edited = await client.users.editMe({ jobTitle: 'Countess', version: me.version })
    expect(edited).toMatchObject({ jobTitle: 'Countess' })
    expect(sent.at(-1)?.headers.get('if-match')).toBe(`"${me.version}"`)

    const page = await client.users.listUsers({
      q: 'a&b=c',
      status: ['locked', 'confirmed'],
      enabled: true,
      limit: 100,
    })
    expect(page.items).toEqual([])
    expect(sent.at(-1)?.url).toBe(
      '/api/rollcall/users?q=a%26b%3Dc&status=locked&status=confirmed&enabled=true&limit=100',
    )

    expect(await client.lockout.listFailedSignIns({ userId })).toEqual({ items: [] })
    expect(sent.at(-1)?.url).toBe(`/api/rollcall/users/${userId}/failed-sign-ins`)
  })

  test('that creates or sends carries an idempotency key of its own, unless one is given', async () => {
    const { client, sent } = await world()
    const { results } = await client.invitations.inviteUsers({ emails: ['grace@people.example'] })
    expect(results).toEqual([expect.objectContaining({ verdict: 'invited' })])
    await client.invitations.inviteUsers({ emails: ['grace@people.example'] })
    await client.invitations.inviteUsers({ emails: ['alan@people.example'], idempotencyKey: 'mine' })
    const [first, second, third] = sent.slice(-3).map(({ headers }) => headers.get('idempotency-key'))
    expect(first).toMatch(/^[0-9a-f-]{36}$/)
    expect(second).not.toBe(first)
    expect(third).toBe('mine')
  })

  const people = 'Login,FirstName,LastName,Email,Shoe size\r\ngrace,Grace,Hopper,grace@people.example,38\r\n'
  test.each<[string, CsvFile]>([
    ['text', people],
    ['a blob', new Blob([people], { type: 'application/vnd.ms-excel' })],
    ['a stream', new Blob([people]).stream()],
  ])('sends a file as the body, be it %s, and the rest as query', async (_, file) => {
    const { rollcall, createOwner, signIn } = createWorld({ baseUrl: SITE, policy: directory })
    await createOwner({ email: ADA.identifier, username: 'ada', firstName: 'Ada', lastName: 'Byron' })
    const handler = createHandler(rollcall)
    const sent: { url: string; init: RequestInit; headers: Headers }[] = []
    const fetch: Fetch = async (url, init) => {
      sent.push({ url, init, headers: new Headers(init.headers) })
      return handler(new Request(new URL(url, SITE), init))
    }
    const client = createClient({ fetch, token: await signIn(ADA.identifier) })
    const columns = { Login: 'username', 'Shoe size': null } as const
    const info = await client.imports.previewImport({ file, name: 'péople.csv', columns })
    expect(info).toMatchObject({ name: 'péople.csv', counts: { create: 1, refused: 0 } })
    expect(sent.at(-1)?.init).toMatchObject({ method: 'POST', body: file })
    expect(sent.at(-1)?.headers.get('content-type')).toBe('text/csv')
    expect(sent.at(-1)?.url).toContain('/imports?name=p%C3%A9ople.csv&columns=%7B%22Login%22')

    const done = await client.imports.applyImport({ importId: info.id })
    expect(done).toMatchObject({ state: 'finished', done: { created: 1 } })
    const rejected = await client.imports.downloadRejected({ importId: info.id })
    expect(await rejected.text()).toBe('Login,FirstName,LastName,Email,Shoe size,RefusedBecause\r\n')
  })

  test.each(['', '.', '..'])('never lets the id %j turn one operation into another', async (userId) => {
    const { client, sent } = await world()
    const before = sent.length
    await expect(client.invitations.revokeInvitation({ userId })).rejects.toEqual(refusal('not-found'))
    expect(sent.length).toBe(before)
  })

  test('escapes an id that would leave its segment', async () => {
    const { client } = await world()
    await expect(client.users.getUser({ userId: '../me?x=#' })).rejects.toEqual(
      refusal('invalid-input', { fields: { userId: 'invalid' } }),
    )
  })
})

describe('a refusal', () => {
  test('is thrown with its code and details', async () => {
    const { client } = await world()
    const wrong = client.signIn.signIn({ ...ADA, password: 'wrong' })
    await expect(wrong).rejects.toBeInstanceOf(RefusedError)
    await expect(wrong).rejects.toEqual(refusal('wrong-credentials'))
    await expect(client.users.editMe({ version: 99, jobTitle: 'Countess' })).rejects.toMatchObject({
      code: 'changed-meanwhile',
      details: { current: { firstName: 'Ada' } },
    })
  })

  test.each([
    ['an unreachable server', () => Promise.reject(new TypeError('fetch failed'))],
    ['a page of the host’s own', async () => new Response('<!doctype html>', { status: 200 })],
    ['a proxy’s page', async () => new Response('<h1>502</h1>', { status: 502 })],
    ['an answer that is no object', async () => Response.json(null)],
    ['a code that is none', async () => Response.json({ code: 'toString' }, { status: 400 })],
    ['a problem without a code', async () => Response.json({ title: 'Bad' }, { status: 400 })],
  ] satisfies [string, Fetch][])('`unavailable` stands for %s', async (_, fetch) => {
    await expect(createClient({ fetch }).users.getMe()).rejects.toMatchObject({ code: 'unavailable' })
  })

  test('is not what an aborted call rejects with', async () => {
    const { fetch } = await world()
    const client = createClient({
      fetch: async (url, init) => {
        init.signal?.throwIfAborted()
        return fetch(url, init)
      },
    })
    const reason = new Error('the person went elsewhere')
    await expect(client.users.getMe({}, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  })
})

describe('the session', () => {
  test('that changes hands is told, and only then', async () => {
    const { client, actors } = await world()
    await client.users.getMe()
    expect(actors).toEqual([])
    await client.signIn.signOut()
    expect(actors).toEqual([null])
    await expect(client.users.getMe()).rejects.toEqual(refusal('not-signed-in'))
    await expect(client.signIn.signIn({ ...ADA, password: 'wrong' })).rejects.toEqual(refusal('wrong-credentials'))
    await client.signIn.signIn(ADA)
    await client.users.getMe()
    expect(actors).toEqual([null, expect.stringMatching(/^[0-9a-f]{32}$/)])
  })

  test('that ended in another tab is noticed at the next call', async () => {
    const { client, actors, fetch } = await world()
    await createClient({ fetch }).signIn.signOut()
    await expect(client.users.getMe()).rejects.toEqual(refusal('not-signed-in'))
    expect(actors).toEqual([null])
  })

  test('is not thought over because a server in between failed', async () => {
    const { client, actors, fetch } = await world()
    let down = false
    const changes: (string | null)[] = []
    const shaky = createClient({
      fetch: async (url, init) => (down ? new Response('', { status: 502 }) : fetch(url, init)),
      onActorChange: (actor) => changes.push(actor),
    })
    await shaky.users.getMe()
    down = true
    await expect(shaky.users.getMe()).rejects.toEqual(refusal('unavailable'))
    down = false
    await shaky.users.getMe()
    await client.users.getMe()
    expect([...changes, ...actors]).toEqual([])
  })

  test('may be a bearer token, and then no cookie goes along', async () => {
    const { fetch, sent } = await world()
    await expect(createClient({ fetch, token: 'nobody' }).users.getMe()).rejects.toEqual(refusal('not-signed-in'))
    expect(sent.at(-1)?.init.credentials).toBe('omit')
    expect(sent.at(-1)?.headers.get('authorization')).toBe('Bearer nobody')
  })

  test.each([
    [undefined, 'same-origin', '/api/rollcall/policy'],
    ['/people/api', 'same-origin', '/people/api/policy'],
    ['https://people.example/api/rollcall', 'include', 'https://people.example/api/rollcall/policy'],
  ])('at %s is sent with credentials %s', async (baseUrl, credentials, url) => {
    const { fetch, sent } = await world()
    await createClient({ fetch, ...(baseUrl ? { baseUrl } : {}) })
      .system.getPolicy()
      .catch(() => null)
    expect(sent.at(-1)).toMatchObject({ url, init: { credentials } })
  })
})
