import { afterAll, beforeAll, expect, it } from 'vitest'
import { build } from '../../../scripts/build.mjs'

/** A host that signs people in itself: Ada administers, Lena and Tomasz are two of its people. */
export interface OwnSignIn {
  start(): Promise<{ readonly url: string; stop(): Promise<void> }>
  /** Signs in the host's way; answers the cookies it gives, null when it refuses. */
  signIn(url: string, email: string, password: string): Promise<string | null>
}

const [ada, lena, tomasz] = ['ada@northwind.example', 'lena@northwind.example', 'tomasz@northwind.example']
const password = 'seven green boats'

/** What each of these hosts has to do, over HTTP alone. */
export function testOwnSignIn({ start, signIn }: OwnSignIn): void {
  let url: string
  let stop: () => Promise<void>
  beforeAll(async () => {
    await build()
    ;({ url, stop } = await start())
  })
  afterAll(() => stop?.())

  async function signedIn(email: string): Promise<string> {
    const cookie = await signIn(url, email, password)
    if (cookie === null) throw new Error(`${email} is not let in.`)
    return cookie
  }

  /** A call as a browser makes it from the host's own pages. */
  function call(method: string, path: string, cookie = '', body?: object, more: Record<string, string> = {}) {
    const headers = { cookie, origin: url, 'content-type': 'application/json', ...more }
    return fetch(url + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
  }
  const statusOf = async (method: string, path: string, cookie?: string) => (await call(method, path, cookie)).status

  async function find(email: string, cookie: string): Promise<{ id: string; version: number; status: string }> {
    const { items } = await (await call('GET', '/api/rollcall/users', cookie)).json()
    return items.find((user: { email: string }) => user.email === email)
  }

  it('knows whom the host has signed in, and signs in nobody else', async () => {
    expect(await statusOf('GET', '/api/rollcall/me')).toBe(401)
    expect(await signIn(url, lena, 'nine red boats')).toBeNull()
    expect(await signIn(url, 'nobody@northwind.example', password)).toBeNull()
    const me = await call('GET', '/api/rollcall/me', await signedIn(lena))
    expect([me.status, await me.json()]).toMatchObject([200, { email: lena }])

    const besides = await call('POST', '/api/rollcall/sign-in', '', { identifier: lena, password })
    expect([besides.status, await besides.json()]).toMatchObject([403, { code: 'not-allowed' }])
  })

  it('refuses whoever an administrator deactivates, from their next request on', async () => {
    const [asAda, asLena] = [await signedIn(ada), await signedIn(lena)]
    expect(await statusOf('GET', '/api/rollcall/users', asLena)).toBe(403)
    const { id, version } = await find(lena, asAda)
    const at = `/api/rollcall/users/${id}`
    const disabled = await call('POST', `${at}/disable`, asAda, {}, { 'if-match': `"${version}"` })
    expect([disabled.status, await disabled.json()]).toMatchObject([200, { status: 'deactivated' }])

    expect(await statusOf('GET', '/api/rollcall/me', asLena)).toBe(401)
    expect(await statusOf('GET', '/api/whoami', asLena)).toBe(401)
    expect(await signIn(url, lena, password)).toBeNull()

    await call('POST', `${at}/enable`, asAda, {}, { 'if-match': `"${version + 1}"` })
    expect(await statusOf('GET', '/api/whoami', asLena)).toBe(200)
  })

  it('locks an account at five wrong passwords, sent at once, until an administrator unlocks it', async () => {
    const asAda = await signedIn(ada)
    const guesses = await Promise.all(Array.from({ length: 8 }, (_, guess) => signIn(url, tomasz, `boat ${guess}`)))
    expect(guesses).toEqual(Array(8).fill(null))
    expect(await signIn(url, tomasz, password)).toBeNull()
    const { id, status } = await find(tomasz, asAda)
    expect(status).toBe('locked')
    const { items } = await (await call('GET', `/api/rollcall/users/${id}/failed-sign-ins?limit=100`, asAda)).json()
    expect(items.filter(({ cause }: { cause: string }) => cause === 'wrong-password')).toHaveLength(5)

    expect(await call('POST', `/api/rollcall/users/${id}/unlock`, asAda, {})).toMatchObject({ status: 200 })
    expect(await statusOf('GET', '/api/rollcall/me', await signedIn(tomasz))).toBe(200)
  })

  it('lets an administrator act as somebody else on the host’s own routes, and come back', async () => {
    const [asAda, asTomasz] = [await signedIn(ada), await signedIn(tomasz)]
    // Nobody acts as somebody who was never here.
    await signedIn(lena)
    const whoami = async (cookie: string) => (await call('GET', '/api/whoami', cookie)).json()
    const herself = { real: 'Ada Quist', effective: 'Ada Quist' }
    expect(await whoami(asAda)).toEqual(herself)

    const { id } = await find(lena, asAda)
    const reason = 'Her survey does not open.'
    const begun = await call('POST', `/api/rollcall/users/${id}/impersonate`, asAda, { reason })
    expect(begun.status).toBe(200)
    const acting = begun.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect(await whoami(`${asAda}; ${acting}`)).toEqual({ real: 'Ada Quist', effective: 'Lena Vogt' })

    // The cookie is worth nothing without the host's session of the same administrator.
    expect(await statusOf('GET', '/api/whoami', acting)).toBe(401)
    expect(await whoami(`${asTomasz}; ${acting}`)).toEqual({ real: 'Tomasz Wójcik', effective: 'Tomasz Wójcik' })

    expect(await statusOf('DELETE', '/api/rollcall/impersonation', `${asAda}; ${acting}`)).toBe(200)
    expect(await whoami(`${asAda}; ${acting}`)).toEqual(herself)
  })
}
