import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ladder } from '@rollcall/core/presets'
import { createHandler } from '@rollcall/http'
import { createWorld, type World } from '@rollcall/testing'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import Provider, { type JWK } from 'oidc-provider'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type OidcOptions, oidcProvider } from './oidc-provider.ts'

const SITE = 'https://surveys.northwind.example'
const CALLBACK = `${SITE}/api/rollcall/sign-in/providers/contoso/callback`
const YUKI = 'yuki.tanaka@contoso.example'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function listen(handle: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server> {
  const server = createServer(handle)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  closing.push(async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  })
  return server
}

const originOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

/** Making keys is slow, and no test changes one. */
const keys = { first: await newKey(), second: await newKey(), stranger: await newKey() }
function newKey() {
  return generateKeyPair('RS256', { extractable: true })
}

async function signingKey(kid: 'first' | 'second'): Promise<JWK> {
  return { ...(await exportJWK(keys[kid].privateKey)), kid, alg: 'RS256', use: 'sig' } as JWK
}

/** A certified provider on this machine. Whoever comes is `account`, at once; another set of keys at the same address. */
async function realProvider() {
  const claims: Record<string, Record<string, unknown>> = {
    yuki: { email: YUKI, email_verified: true, given_name: 'Yuki', family_name: 'Tanaka', locale: 'ja_JP' },
  }
  const state = { account: 'yuki', denies: false, claims, prompts: [] as string[] }
  let provider: Provider
  const server = await listen(async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return provider.callback()(request, response)
    const { prompt } = await provider.interactionDetails(request, response)
    state.prompts.push(prompt.name)
    const result = state.denies
      ? { error: 'access_denied', error_description: 'The person gave up' }
      : { login: { accountId: state.account } }
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
  })
  const issuer = originOf(server)
  const withKeys = async (kid: 'first' | 'second') => {
    provider = new Provider(issuer, {
      jwks: { keys: [await signingKey(kid)] },
      cookies: { keys: ['a secret of the provider'] },
      clients: [
        {
          client_id: 'surveys',
          client_secret: 'a secret of the client',
          redirect_uris: [CALLBACK],
          post_logout_redirect_uris: [`${SITE}/sign-in`],
        },
      ],
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['given_name', 'family_name', 'locale'] },
      findAccount: (_, sub) => ({ accountId: sub, claims: async () => ({ sub, ...state.claims[sub] }) }),
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      features: { devInteractions: { enabled: false } },
      async loadExistingGrant(ctx) {
        const grant = new ctx.oidc.provider.Grant({
          clientId: ctx.oidc.client?.clientId ?? '',
          accountId: ctx.oidc.session?.accountId ?? '',
        })
        grant.addOIDCScope('openid profile email')
        await grant.save()
        return grant
      },
    })
  }
  await withKeys('first')
  return { issuer, state, withKeys }
}

/** A browser with the cookies of each origin, that stops where the host's own pages begin. */
function browser(handler: (request: Request) => Promise<Response>) {
  const jars = new Map<string, Map<string, string>>()
  const jarOf = (url: URL) => {
    const jar = jars.get(url.origin) ?? new Map<string, string>()
    jars.set(url.origin, jar)
    return jar
  }

  async function visit(address: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address)
    const jar = jarOf(url)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const request = new Request(url, { redirect: 'manual', ...init, headers: { cookie, ...init.headers } })
    const response = await (url.origin === SITE ? handler(request) : fetch(request))
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
      if (value === '' || /max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    return response
  }

  /** Follows redirects until a page, or until an address that `until` accepts. */
  async function follow(address: string, until: (url: string) => boolean = () => false): Promise<string> {
    let at = address
    for (let hops = 0; hops < 12; hops += 1) {
      if (until(at) || (at.startsWith(SITE) && !at.startsWith(`${SITE}/api/`))) return at
      const response = await visit(at)
      const location = response.headers.get('location')
      if (location === null) throw new Error(`${at} answered ${response.status}: ${await response.text()}`)
      at = new URL(location, at).href
    }
    throw new Error('The redirects never end.')
  }

  return { visit, follow, cookies: () => jarOf(new URL(SITE)) }
}

let world: World
let handler: (request: Request) => Promise<Response>

async function product(options: Omit<OidcOptions, 'id' | 'clientId' | 'clientSecret'>, provider: object = {}) {
  const contoso = { id: 'contoso', name: 'Contoso ID', domains: ['contoso.example'], startUrl: '/start', creates: true }
  world = createWorld({
    baseUrl: SITE,
    now: Date.now(),
    policy: { ...ladder, signIn: { steps: 'email-first', providers: [{ ...contoso, ...provider }] } },
    identityProviders: [
      oidcProvider({ id: 'contoso', clientId: 'surveys', clientSecret: 'a secret of the client', ...options }),
    ],
  })
  handler = createHandler(world.rollcall)
  return browser(handler)
}

const START = `${SITE}/api/rollcall/sign-in/providers/contoso`
const INTERRUPTED = `${SITE}/sign-in?problem=sign-in-interrupted`
const NOT_ADMITTED = `${SITE}/sign-in?problem=not-admitted`
const UNAVAILABLE = `${SITE}/sign-in?problem=provider-unavailable`
const isCallback = (url: string) => url.startsWith(CALLBACK)

async function me(visitor: ReturnType<typeof browser>) {
  const response = await visitor.visit(`${SITE}/api/rollcall/me`)
  return response.ok ? ((await response.json()) as { email: string; authentication: object }) : null
}

async function nobodyCameIn(visitor: ReturnType<typeof browser>) {
  expect([...visitor.cookies().keys()]).not.toContain('__Host-rollcall')
  expect(await world.rollcall.users.countUsers(world.rollcall.host('test'), {})).toEqual({ exactly: 0 })
}

describe('against a certified provider', () => {
  let real: Awaited<ReturnType<typeof realProvider>>
  beforeEach(async () => {
    real = await realProvider()
  })

  it('[B85] signs somebody in, the first time and again, and goes on with the page they wanted', async () => {
    const visitor = await product({ issuer: real.issuer })
    expect(await visitor.follow(`${START}?returnTo=/surveys/7`)).toBe(`${SITE}/surveys/7`)
    expect(await me(visitor)).toMatchObject({ email: YUKI, firstName: 'Yuki', language: 'ja-JP' })

    const elsewhere = browser(handler)
    expect(await elsewhere.follow(START)).toBe(`${SITE}/`)
    expect(await me(elsewhere)).toMatchObject({ email: YUKI })
    expect(await world.rollcall.users.countUsers(world.rollcall.host('test'), {})).toEqual({ exactly: 1 })
  })

  it('tells the provider what was typed here, and keeps nothing in the browser afterwards but the session', async () => {
    const visitor = await product({ issuer: real.issuer })
    const there = new URL(
      await visitor.follow(`${START}?identifier=yuki%40contoso.example`, (url) => !url.startsWith(SITE)),
    )
    expect(there.searchParams.get('login_hint')).toBe('yuki@contoso.example')
    expect(there.searchParams.get('code_challenge_method')).toBe('S256')
    expect(there.searchParams.get('redirect_uri')).toBe(CALLBACK)
    expect([...visitor.cookies().keys()]).toEqual(['__Host-rollcall-away'])
    await visitor.follow(there.href)
    expect([...visitor.cookies().keys()].sort()).toEqual(['__Host-rollcall', '__Secure-rollcall-hint'])
  })

  it('asks the provider to prove it anew where that is needed, and what they do then is confirmed', async () => {
    const visitor = await product({ issuer: real.issuer })
    await visitor.follow(START)
    real.state.prompts.length = 0
    await visitor.follow(START)
    expect(real.state.prompts).toEqual([])
    await visitor.follow(`${START}?fresh`)
    expect(real.state.prompts).toEqual(['login'])
    const confirmed = (await me(visitor)) as unknown as { confirmedUntil: string }
    expect(Date.parse(confirmed.confirmedUntil)).toBeGreaterThan(Date.now())
  })

  it('ends the session at the provider once the one here has ended, and not before', async () => {
    const visitor = await product({ issuer: real.issuer })
    const callback = await visitor.visit(await visitor.follow(START, isCallback))
    const kept = callback.headers.getSetCookie().find((cookie) => cookie.startsWith('__Secure-rollcall-hint='))
    expect(kept).toMatch(/; Path=\/api\/rollcall\/sign-out; HttpOnly; Secure; SameSite=Lax$/)
    const out = `${SITE}/api/rollcall/sign-out/provider`
    expect((await visitor.visit(out)).headers.get('location')).toBe(`${SITE}/`)
    expect(await me(visitor)).not.toBeNull()

    const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }
    const ended = await visitor.visit(`${SITE}/api/rollcall/sign-out`, { method: 'POST', headers, body: '{}' })
    expect(await ended.json()).toEqual({ provider: 'contoso' })
    const there = new URL((await visitor.visit(out)).headers.get('location') ?? '')
    expect(there.origin).toBe(real.issuer)
    expect(there.searchParams.get('post_logout_redirect_uri')).toBe(`${SITE}/sign-in`)
    expect(there.searchParams.get('id_token_hint')).toMatch(/^ey/)
    expect((await visitor.visit(there.href)).status).toBe(200)
    expect([...visitor.cookies().keys()]).toEqual([])
  })

  it('refuses a callback that is replayed, with the session of the first one untouched', async () => {
    const visitor = await product({ issuer: real.issuer })
    const callback = await visitor.follow(START, isCallback)
    const away = visitor.cookies().get('__Host-rollcall-away') ?? ''
    await visitor.follow(callback)
    expect(await visitor.follow(callback)).toBe(INTERRUPTED)
    expect(await me(visitor)).toMatchObject({ email: YUKI })

    const thief = browser(handler)
    thief.cookies().set('__Host-rollcall-away', away)
    expect(await thief.follow(callback)).toBe(INTERRUPTED)
    expect(await me(thief)).toBeNull()
  })

  it.each([
    ['another state', (url: URL) => url.searchParams.set('state', 'another')],
    ['no state', (url: URL) => url.searchParams.delete('state')],
    ['another code', (url: URL) => url.searchParams.set('code', 'another')],
    ['no code', (url: URL) => url.searchParams.delete('code')],
    ['another issuer', (url: URL) => url.searchParams.set('iss', 'https://evil.example')],
    ['a second code', (url: URL) => url.searchParams.append('code', 'another')],
    ['an error instead', (url: URL) => (url.search = `?error=server_error&state=${url.searchParams.get('state')}`)],
  ])('refuses a callback with %s', async (_, tamper) => {
    const visitor = await product({ issuer: real.issuer })
    const callback = new URL(await visitor.follow(START, isCallback))
    tamper(callback)
    expect(await visitor.follow(callback.href)).toMatch(/\?problem=(?:sign-in-interrupted|provider-unavailable)$/)
    await nobodyCameIn(visitor)
  })

  it('refuses a callback in another browser than the one that left', async () => {
    const visitor = await product({ issuer: real.issuer })
    const callback = await visitor.follow(START, isCallback)
    const other = browser(handler)
    expect(await other.follow(callback)).toBe(INTERRUPTED)
    await other.follow(START, isCallback)
    expect(await other.follow(callback)).toBe(INTERRUPTED)
    await nobodyCameIn(other)
  })

  it('refuses a callback after ten minutes', async () => {
    const visitor = await product({ issuer: real.issuer })
    const callback = await visitor.follow(START, isCallback)
    world.clock.advance(10 * 60_000)
    expect(await visitor.follow(callback)).toBe(INTERRUPTED)
    await nobodyCameIn(visitor)
  })

  it('lets people give up at the provider', async () => {
    const visitor = await product({ issuer: real.issuer })
    real.state.denies = true
    expect(await visitor.follow(START)).toBe(INTERRUPTED)
    await nobodyCameIn(visitor)
  })

  it('trusts new keys as soon as the provider signs with them', async () => {
    const visitor = await product({ issuer: real.issuer })
    await visitor.follow(START)
    await real.withKeys('second')
    const again = browser(handler)
    expect(await again.follow(START)).toBe(`${SITE}/`)
  })

  it('keeps an address to the person here who has it', async () => {
    const visitor = await product({ issuer: real.issuer }, { takesOver: false })
    await world.createOwner({ email: YUKI, firstName: 'Another', lastName: 'Person' })
    expect(await visitor.follow(START)).toBe(NOT_ADMITTED)
    expect(await world.rollcall.users.countUsers(world.rollcall.host('test'), {})).toEqual({ exactly: 1 })
  })

  it('lets a deactivated person not in, and a locked one in', async () => {
    const visitor = await product({ issuer: real.issuer })
    await visitor.follow(START)
    const host = world.rollcall.host('test')
    const { id, version } = (await me(visitor)) as unknown as { id: string; version: number }
    await world.rollcall.users.disableUser(host, { userId: id, version })
    expect(await me(visitor)).toBeNull()
    expect(await browser(handler).follow(START)).toBe(NOT_ADMITTED)
    await world.rollcall.users.enableUser(host, { userId: id, version: version + 1 })
    for (let guess = 0; guess < 6; guess += 1) {
      const typed = { identifier: YUKI, password: `guess ${guess}` }
      await world.rollcall.signIn
        .signIn(world.rollcall.anonymous({ address: null, agent: null }), typed)
        .catch(() => undefined)
    }
    expect(await browser(handler).follow(START)).toBe(`${SITE}/`)
  })

  it('makes one person of two first callbacks at once', async () => {
    await product({ issuer: real.issuer })
    const visitors = [browser(handler), browser(handler), browser(handler)]
    const callbacks = await Promise.all(visitors.map((one) => one.follow(START, isCallback)))
    const ends = await Promise.all(visitors.map((one, at) => one.follow(callbacks[at] ?? '')))
    expect(ends).toEqual([`${SITE}/`, `${SITE}/`, `${SITE}/`])
    expect(await world.rollcall.users.countUsers(world.rollcall.host('test'), {})).toEqual({ exactly: 1 })
  })
})

/** A provider that answers as it is told. */
async function hostileProvider() {
  const { privateKey, publicKey } = keys.first
  const now = () => Math.floor(Date.now() / 1_000)
  const told = {
    claims: {} as Record<string, unknown>,
    userinfo: {} as Record<string, unknown>,
    signedByStranger: false,
    unsigned: false,
    at: {} as Record<string, (response: ServerResponse) => void>,
    nonce: '',
  }
  const server = await listen(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const misbehaves = told.at[pathname]
    if (misbehaves) return misbehaves(response)
    const json = (body: unknown) => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(body))
    }
    const issuer = originOf(server)
    if (pathname === '/.well-known/openid-configuration') {
      return json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      })
    }
    if (pathname === '/jwks') return json({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256' }] })
    if (pathname === '/userinfo') return json({ sub: 'yuki', ...told.userinfo })
    const claims = {
      iss: issuer,
      aud: 'surveys',
      sub: 'yuki',
      nonce: told.nonce,
      iat: now(),
      exp: now() + 300,
      email: YUKI,
      email_verified: true,
      ...told.claims,
    }
    const header = { alg: told.unsigned ? 'none' : 'RS256', kid: 'k' }
    const plain = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
    const key = told.signedByStranger ? keys.stranger.privateKey : privateKey
    const idToken = told.unsigned
      ? `${plain}.`
      : await new SignJWT(claims as JWTPayload).setProtectedHeader({ alg: 'RS256', kid: 'k' }).sign(key)
    return json({ access_token: 'access', token_type: 'bearer', id_token: idToken })
  })
  return { issuer: originOf(server), told }
}

describe('against a hostile provider', () => {
  let hostile: Awaited<ReturnType<typeof hostileProvider>>
  let visitor: ReturnType<typeof browser>
  beforeEach(async () => {
    hostile = await hostileProvider()
    visitor = await product({ issuer: hostile.issuer, timeoutSeconds: 0.5 })
  })

  /** Comes back from it as it says. */
  async function come(): Promise<string> {
    const there = await visitor.follow(START, (url) => !url.startsWith(SITE))
    if (!there.startsWith(hostile.issuer)) return there
    const asked = new URL(there).searchParams
    hostile.told.nonce = hostile.told.nonce || (asked.get('nonce') ?? '')
    return visitor.follow(`${CALLBACK}?code=code&state=${asked.get('state')}`)
  }

  it('works as long as it behaves', async () => {
    expect(await come()).toBe(`${SITE}/`)
  })

  const past = Math.floor(Date.now() / 1_000) - 3_600
  it.each([
    ['another audience', { aud: 'somebody else' }],
    ['another issuer', { iss: 'https://evil.example' }],
    ['another nonce', { nonce: 'another' }],
    ['no nonce', { nonce: undefined }],
    ['a token of an hour ago', { iat: past, exp: past + 300 }],
    ['a token that never expires', { exp: undefined }],
    ['no subject', { sub: undefined }],
    ['a subject that is no text', { sub: 7 }],
    ['another subject than its own userinfo', { sub: 'somebody else' }],
  ])('refuses %s', async (_, claims: Record<string, unknown>) => {
    hostile.told.claims = claims
    expect(await come()).toBe(INTERRUPTED)
    await nobodyCameIn(visitor)
  })

  it('refuses a subject longer than any may be', async () => {
    hostile.told.claims = { sub: 'y'.repeat(256) }
    hostile.told.userinfo = hostile.told.claims
    expect(await come()).toBe(INTERRUPTED)
    await nobodyCameIn(visitor)
  })

  it('lets the clocks differ a little', async () => {
    const now = Math.floor(Date.now() / 1_000)
    hostile.told.claims = { iat: now + 20, exp: now - 20 }
    expect(await come()).toBe(`${SITE}/`)
  })

  it.each([
    ['a token signed by a stranger', { signedByStranger: true }],
    ['a token nobody signed', { unsigned: true }],
  ])('refuses %s', async (_, told) => {
    Object.assign(hostile.told, told)
    expect(await come()).toBe(INTERRUPTED)
    await nobodyCameIn(visitor)
  })

  const hangs = () => undefined
  const breaks = (response: ServerResponse) => response.writeHead(500).end('<h1>Oops</h1>')
  const floods = (response: ServerResponse) => {
    response.setHeader('content-type', 'application/json')
    response.end(`{"a":"${'a'.repeat(2_000_000)}"}`)
  }
  it.each([
    ['its metadata hangs', '/.well-known/openid-configuration', hangs],
    ['its metadata breaks', '/.well-known/openid-configuration', breaks],
    ['its metadata floods', '/.well-known/openid-configuration', floods],
    ['its tokens hang', '/token', hangs],
    ['its tokens break', '/token', breaks],
    ['its tokens flood', '/token', floods],
    ['its keys hang', '/jwks', hangs],
    ['its keys break', '/jwks', breaks],
    ['its userinfo hangs', '/userinfo', hangs],
    ['its userinfo breaks', '/userinfo', breaks],
  ])('is unavailable where %s, and works as soon as it mends', async (_, path, misbehaves) => {
    hostile.told.at[path] = misbehaves
    expect(await come()).toBe(UNAVAILABLE)
    await nobodyCameIn(visitor)
    delete hostile.told.at[path]
    hostile.told.nonce = ''
    expect(await come()).toBe(`${SITE}/`)
  })

  it('takes claims of wrong types and hostile content for what they are', async () => {
    hostile.told.claims = {
      given_name: { $ne: null },
      family_name: '<script>alert(1)</script>',
      name: 'A'.repeat(100_000),
      locale: ['de'],
      zoneinfo: '../../etc/passwd',
      roles: ['system-administrator', { role: 'superuser' }],
      preferred_username: 7,
      __proto__: { email: 'nobody@contoso.example' },
    }
    expect(await come()).toBe(`${SITE}/`)
    expect(await me(visitor)).toMatchObject({
      email: YUKI,
      firstName: null,
      lastName: '<script>alert(1)</script>',
      language: ladder.languages[0],
      timeZone: ladder.timeZone,
      grants: [{ role: 'minimal-user', scope: null }],
    })
  })

  it.each([
    ['an address nobody vouches for', { email_verified: false }],
    ['a word for a truth', { email_verified: 'yes' }],
    ['no address', { email: undefined }],
    ['an address that is none', { email: 'yuki' }],
    ['a list of addresses', { email: [YUKI] }],
    ['an address of somebody else’s domain', { email: 'yuki@fabrikam.example' }],
  ])('makes no account of %s', async (_, claims) => {
    hostile.told.claims = claims
    expect(await come()).toBe(NOT_ADMITTED)
    await nobodyCameIn(visitor)
  })
})
