import { directory, ladder } from '@rollcall/core/presets'
import { createWorld, PASSWORD, type World } from '@rollcall/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { type RefusalCode, RefusedError } from '../kernel/refusals.ts'
import {
  type IdentityProvider,
  IdentityProviderError,
  type ProviderIdentity,
  type ProviderVisit,
} from '../ports/identity-provider.ts'
import type { Policy } from '../system/policy.rules.ts'
import { emailKey } from '../users/identifier.rules.ts'
import type { Provider } from './sign-in.rules.ts'

const MINUTE = 60_000
const client = { address: '203.0.113.24', agent: 'Firefox' }
const amara = { email: 'amara.okafor@northwind.example', firstName: 'Amara', lastName: 'Okafor' }
const CALLBACK = 'https://apps.northwind.example/api/rollcall/sign-in/providers/contoso/callback'

const contoso: Provider = {
  id: 'contoso',
  name: 'Contoso ID',
  domains: ['contoso.example'],
  startUrl: '/start',
}

const yuki: ProviderIdentity = {
  subject: '104729118',
  email: 'yuki.tanaka@contoso.example',
  emailVerified: true,
  username: null,
  firstName: 'Yuki',
  lastName: 'Tanaka',
  displayName: null,
  language: 'ja',
  timeZone: 'Asia/Tokyo',
  roles: [],
  authenticatedAt: null,
}

/** A provider that says of whoever comes back what the test says. */
function sayingProvider() {
  let says: () => Promise<ProviderVisit> = async () => ({ identity: yuki, signOutHint: null })
  const provider: IdentityProvider = {
    id: 'contoso',
    start: async ({ callbackUrl }) => ({
      url: `https://id.contoso.example/?to=${callbackUrl}`,
      memory: { state: 's' },
    }),
    finish: () => says(),
    signOutUrl: async ({ returnTo, hint }) => `https://id.contoso.example/out?to=${returnTo}&hint=${hint}`,
  }
  return {
    provider,
    says(identity: Partial<ProviderIdentity>) {
      says = async () => ({ identity: { ...yuki, ...identity }, signOutHint: 'hint' })
    },
    fails(error: Error) {
      says = () => Promise.reject(error)
    },
  }
}

let world: World
let contosoSays: ReturnType<typeof sayingProvider>

async function begin(provider: Partial<Provider> = {}, base: Policy = ladder) {
  contosoSays = sayingProvider()
  const signIn = { ...base.signIn, providers: [{ ...contoso, ...provider }] }
  world = createWorld({ policy: { ...base, signIn }, identityProviders: [contosoSays.provider] })
  await world.createOwner(base.username ? { ...amara, username: 'amara' } : amara)
}
beforeEach(() => begin())

const visitor = () => world.rollcall.anonymous(client)
const start = (returnTo: string | null = null) =>
  world.rollcall.signIn.startProviderSignIn({
    provider: 'contoso',
    callbackUrl: CALLBACK,
    returnTo,
    identifier: null,
    fresh: false,
  })
async function come(identity: Partial<ProviderIdentity> = {}) {
  contosoSays.says(identity)
  const { sealed } = await start()
  return world.rollcall.signIn.finishProviderSignIn(visitor(), { provider: 'contoso', url: new URL(CALLBACK), sealed })
}
const codeOf = (work: Promise<unknown>): Promise<RefusalCode | 'in'> =>
  work.then(
    () => 'in',
    (error: unknown) => (error instanceof RefusedError ? error.code : Promise.reject(error)),
  )
const find = async (email: string) => world.storage.users.findByKey(emailKey(email) ?? '')
const actorOf = ({ session }: { session: { token: string } }) => {
  return world.rollcall.sessions.authenticate(session.token, client)
}
const host = () => world.rollcall.host('test')
const create = (fields: object) => world.rollcall.users.createUser(host(), { email: yuki.email as string, ...fields })
const sent = { kind: 'external', provider: 'contoso' } as const

describe('somebody whom an administrator sent to the provider', () => {
  it('[B86] is found by the vouched address once, and by who they are there ever after', async () => {
    const { id } = await create({ authentication: sent })
    const signedIn = await come()
    expect(signedIn.userId).toBe(id)
    expect((await actorOf(signedIn))?.effective.user).toMatchObject({
      id,
      authentication: { ...sent, subject: yuki.subject },
      firstName: 'Yuki',
    })
    // The address may belong to a namesake there by now.
    expect((await come({ email: 'yuki.2@contoso.example', emailVerified: false })).userId).toBe(id)
    expect(await codeOf(come({ subject: 'somebody else' }))).toBe('not-admitted')
  })

  it('counts as registered from then on, and whoever invited them is told', async () => {
    await begin({ takesOver: true })
    await world.invite(amara.email, yuki.email as string, [{ role: 'standard-user', scope: null }])
    const { userId } = await come()
    await world.deliver()
    const user = await world.rollcall.users.getUser(host(), { userId })
    expect(user).toMatchObject({ status: 'confirmed', authentication: sent, invitation: null })
    expect(world.mails.sent.filter(({ mail }) => mail.template === 'invitations-accepted')).toHaveLength(1)
  })

  it.each([
    ['an address nobody vouches for', { emailVerified: false }],
    ['no address', { email: null }],
    ['what is no address', { email: 'yuki' }],
  ])('is not found by %s', async (_, identity) => {
    await create({ authentication: sent })
    expect(await codeOf(come(identity))).toBe('not-admitted')
  })

  it('is found by an address of any domain: whoever sent them there trusts the provider with it', async () => {
    const email = 'yuki.tanaka@fabrikam.example'
    const { id } = await create({ email, authentication: sent })
    expect((await come({ email })).userId).toBe(id)
  })

  it('[B52] is found by the user name that is their preferred one there', async () => {
    await begin({}, directory)
    const { id } = await create({
      email: 'yuki@home.example',
      username: 'YTanaka',
      firstName: 'Yuki',
      lastName: 'Tanaka',
      authentication: sent,
    })
    expect((await come({ username: 'ytanaka', email: null })).userId).toBe(id)
  })

  it('[B52] is not found by a name that is only their address', async () => {
    await begin({}, directory)
    await create({ username: 'ytanaka', firstName: 'Yuki', lastName: 'Tanaka', authentication: sent })
    expect(await codeOf(come({ username: yuki.email, emailVerified: false }))).toBe('not-admitted')
  })
})

describe('somebody with a password here', () => {
  const register = async () => {
    await world.invite(amara.email, yuki.email as string, [{ role: 'standard-user', scope: null }])
    return world.register({ email: yuki.email as string, firstName: 'Y', lastName: 'T' })
  }

  it('keeps it, and nobody comes in by their address', async () => {
    await register()
    expect(await codeOf(come())).toBe('not-admitted')
    expect((await find(yuki.email as string))?.authentication.kind).toBe('internal')
  })

  it('becomes the provider’s where the policy says so, keeps their id, and the password ends', async () => {
    await begin({ takesOver: true })
    const { userId } = await register()
    const token = await world.signIn(yuki.email as string)
    expect((await come()).userId).toBe(userId)
    expect(await world.rollcall.sessions.authenticate(token, client)).toBeNull()
    const signIn = world.rollcall.signIn.signIn(visitor(), { identifier: yuki.email as string, password: PASSWORD })
    expect(await codeOf(signIn)).toBe('wrong-credentials')
    expect((await find(yuki.email as string))?.firstName).toBe('Y')
  })

  it('is nobody’s to take over by an address outside of the provider’s domains', async () => {
    await begin({ takesOver: true })
    expect(await codeOf(come({ email: amara.email }))).toBe('not-admitted')
    expect((await find(amara.email))?.authentication.kind).toBe('internal')
  })
})

describe('somebody nobody knows here', () => {
  it('is refused unless the policy lets them in', async () => {
    expect(await codeOf(come())).toBe('not-admitted')
    expect(await find(yuki.email as string)).toBeNull()
  })

  it('gets an account with what the provider says of them', async () => {
    await begin({ creates: true })
    const signedIn = await come()
    expect((await actorOf(signedIn))?.effective.user).toMatchObject({
      email: yuki.email,
      authentication: { ...sent, subject: yuki.subject },
      firstName: 'Yuki',
      lastName: 'Tanaka',
      language: 'ja',
      timeZone: 'Asia/Tokyo',
      organization: 'contoso.example',
      registeredAt: world.clock.now(),
    })
  })

  it.each([
    ['nobody vouches for their address', { emailVerified: false }],
    ['their address is of another domain', { email: 'yuki@fabrikam.example' }],
    ['they have no address', { email: null }],
    ['they have no name there', { subject: '' }],
  ])('is refused where %s', async (_, identity) => {
    await begin({ creates: true })
    expect(await codeOf(come(identity))).not.toBe('in')
    expect(await world.rollcall.users.countUsers(host(), {})).toEqual({ exactly: 1 })
  })

  it('gets nothing into the profile that a form would refuse', async () => {
    await begin({ creates: true })
    const { userId } = await come({
      firstName: 'Yu\u202eki',
      lastName: '<img src=x onerror=alert(1)>',
      displayName: 'T'.repeat(201),
      language: 'not a language',
      timeZone: '+02:00',
    })
    expect(await world.storage.users.find(userId)).toMatchObject({
      firstName: null,
      lastName: '<img src=x onerror=alert(1)>',
      displayName: null,
      language: ladder.languages[0],
      timeZone: ladder.timeZone,
    })
  })

  it('is one person, however many sign-ins of theirs meet', async () => {
    await begin({ creates: true })
    const all = await Promise.all([come(), come(), come(), come()])
    expect(new Set(all.map(({ userId }) => userId)).size).toBe(1)
    for (const one of all) expect(await actorOf(one)).not.toBeNull()
  })
})

describe('somebody who may not come in', () => {
  it('is refused when deactivated, which administrators read and nothing counts', async () => {
    const { id, version } = await create({ authentication: sent })
    await come()
    await world.rollcall.users.disableUser(host(), { userId: id, version: version + 1 })
    expect(await codeOf(come())).toBe('not-admitted')
    const { items } = await world.rollcall.lockout.listFailedSignIns(host(), { userId: id })
    expect(items).toMatchObject([{ cause: 'deactivated' }])
  })
})

describe('roles', () => {
  const grants = { mayGrant: ['standard-user', 'survey-creator'], roles: { Makers: 'survey-creator' } }
  const rolesOf = async (userId: string) => (await world.storage.users.find(userId))?.grants

  it('follow what the provider says at each sign-in, the highest of them, as the policy names them', async () => {
    await begin({ creates: true, grants })
    const { userId } = await come({ roles: ['standard-user', 'Makers', 'constructor'] })
    expect(await rolesOf(userId)).toEqual([{ role: 'survey-creator', scope: null, source: 'provider' }])
    await come({ roles: ['standard-user'] })
    expect(await rolesOf(userId)).toEqual([{ role: 'standard-user', scope: null, source: 'provider' }])
    await come({ roles: [] })
    expect(await rolesOf(userId)).toEqual([{ role: ladder.access.defaultRole, scope: null, source: 'direct' }])
  })

  it('never go beyond those the policy lets come from there', async () => {
    await begin({ creates: true, grants })
    const { userId } = await come({ roles: ['system-administrator', 'superuser', 'Makers'] })
    expect(await rolesOf(userId)).toEqual([{ role: 'survey-creator', scope: null, source: 'provider' }])
  })

  it('end when somebody signs in with a password from then on', async () => {
    await begin({ creates: true, grants })
    const { userId } = await come({ roles: ['Makers'] })
    const { version } = await world.rollcall.users.getUser(host(), { userId })
    await world.rollcall.users.editUser(host(), { userId, version, authentication: { kind: 'internal' } })
    expect(await rolesOf(userId)).toEqual([{ role: ladder.access.defaultRole, scope: null, source: 'direct' }])
    expect((await world.storage.users.find(userId))?.authentication.subject).toBeNull()
  })

  it('stay with the last administrator, whatever the provider says', async () => {
    await begin({ creates: true, grants: { mayGrant: ['system-administrator'], roles: {} } })
    const { userId } = await come({ roles: ['system-administrator'] })
    const { id, version } = await find(amara.email).then((user) => user ?? Promise.reject(new Error('nobody')))
    await world.rollcall.users.disableUser(host(), { userId: id, version })
    expect((await come({ roles: [] })).userId).toBe(userId)
    expect(await rolesOf(userId)).toEqual([{ role: 'system-administrator', scope: null, source: 'provider' }])
  })
})

describe('what comes back', () => {
  const finish = (sealed: string | null) =>
    world.rollcall.signIn.finishProviderSignIn(visitor(), { provider: 'contoso', url: new URL(CALLBACK), sealed })

  beforeEach(() => create({ authentication: sent }))

  it('must belong to a sign-in of this browser, begun within ten minutes', async () => {
    const { sealed } = await start()
    expect(await codeOf(finish(null))).toBe('sign-in-interrupted')
    expect(await codeOf(finish(`${sealed.slice(0, -2)}AA`))).toBe('sign-in-interrupted')
    world.clock.advance(10 * MINUTE)
    expect(await codeOf(finish(sealed))).toBe('sign-in-interrupted')
  })

  it('is refused when it does not hold up, and told apart from a provider that is down', async () => {
    const { sealed } = await start()
    contosoSays.fails(new IdentityProviderError('refused', 'state does not match'))
    expect(await codeOf(finish(sealed))).toBe('sign-in-interrupted')
    contosoSays.fails(new IdentityProviderError('unreachable', 'timed out'))
    expect(await codeOf(finish(sealed))).toBe('provider-unavailable')
  })

  it.each([
    ['/surveys/7?tab=people', 'https://apps.northwind.example/surveys/7?tab=people'],
    [null, 'https://apps.northwind.example/'],
    ['//evil.example/', 'https://apps.northwind.example/'],
    ['\\\\evil.example', 'https://apps.northwind.example/'],
    ['https://evil.example/', 'https://apps.northwind.example/'],
    ['javascript:alert(1)', 'https://apps.northwind.example/'],
  ])('goes on with %s only where that is a page of this site', async (returnTo, expected) => {
    const { sealed } = await start(returnTo)
    expect((await finish(sealed)).returnTo).toBe(expected)
  })
})

describe('the session', () => {
  it('takes the place of the one this browser had', async () => {
    await create({ authentication: sent })
    const token = await world.signIn(amara.email)
    const before = await world.rollcall.sessions.authenticate(token, client)
    const { sealed } = await start()
    const finish = { provider: 'contoso', url: new URL(CALLBACK), sealed }
    await world.rollcall.signIn.finishProviderSignIn(before ?? visitor(), finish)
    expect(await world.rollcall.sessions.authenticate(token, client)).toBeNull()
  })

  it('counts as confirmed only from when somebody proved at the provider who they are', async () => {
    await create({ authentication: sent })
    const me = async (authenticatedAt: number | null) => {
      const actor = await actorOf(await come({ authenticatedAt }))
      return actor && world.rollcall.users.getMe(actor, {})
    }
    expect(await me(null)).toMatchObject({ confirmedUntil: null, provider: { id: 'contoso', startUrl: '/start' } })
    const at = world.clock.now() - 2 * MINUTE
    const until = new Date(at + ladder.session.confirmMinutes * MINUTE).toISOString()
    expect(await me(at)).toMatchObject({ confirmedUntil: until })
    expect(await me(at + 60 * MINUTE)).not.toMatchObject({ confirmedUntil: new Date(at + 70 * MINUTE).toISOString() })
  })

  it('is told at its end where it goes on', async () => {
    await create({ authentication: sent })
    const actor = await actorOf(await come())
    const { answer } = await world.rollcall.signIn.signOut(actor ?? visitor(), {})
    expect(answer).toEqual({ provider: 'contoso' })
    const out = await world.rollcall.signIn.signOutOfProvider({ provider: 'contoso', hint: 'hint' })
    expect(out).toBe('https://id.contoso.example/out?to=https://apps.northwind.example/sign-in&hint=hint')
    const { answer: own } = await world.rollcall.signIn.signOut(await world.as(amara.email), {})
    expect(own).toEqual({ provider: null })
  })
})
