import { CLIENT, createWorld, scenarios, type World } from '@rollcall/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { RefusedError } from '../kernel/refusals.ts'
import { directory } from '../presets/directory.ts'
import type { WelcomeMode } from '../settings/welcome.rules.ts'

const AMARA = 'amara.okafor@northwind.example'
const OSCAR = 'oscar.delafuente@fabrikam.example'
const PRIYA = 'priya.raman@contoso.example'
const UNTOLD = 'new.auditor@northwind.example'
const NEXT = 'marble Thunder kite 77'

const lena = { email: 'lena.vogt@northwind.example', username: 'lena', firstName: 'Lena', lastName: 'Vogt' }
const administrator = { role: 'administrator', scope: null }
const SSO = { id: 'northwind-sso', name: 'Northwind SSO', domains: [], startUrl: '/sso/northwind' }

let world: World
beforeEach(async () => {
  world = createWorld({ policy: { ...directory, signIn: { ...directory.signIn, providers: [SSO] } } })
  await scenarios.productHub(world)
})

type Creation = Parameters<World['rollcall']['users']['createUser']>[1]
type Edit = Omit<Parameters<World['rollcall']['users']['editUser']>[1], 'userId' | 'version'>

const set = async (welcome: WelcomeMode, welcomeText: string | null = null) => {
  const amara = await world.as(AMARA)
  const { version } = await world.rollcall.settings.getSettings(amara, {})
  return world.rollcall.settings.editSettings(amara, { welcome, welcomeText, version })
}
const create = (account: Partial<Creation> = {}) => world.create(AMARA, { ...lena, ...account })
const seen = async (email: string) => {
  const user = await world.storage.users.find(await world.idOf(email))
  if (!user) throw new Error(`${email} has gone.`)
  return { userId: user.id, version: user.version }
}
const edit = async (email: string, changes: Edit) => {
  await world.rollcall.users.editUser(await world.as(AMARA), { ...(await seen(email)), ...changes })
  await world.deliver()
}
const sendWelcome = async (email: string) => {
  const { userId } = await seen(email)
  await world.rollcall.users.sendWelcome(await world.as(AMARA), { userId })
  await world.deliver()
}
/** How many welcomes an address was sent. */
const welcomes = (email = lena.email) =>
  world.mails.sent.filter(({ envelope, mail }) => envelope.to.address === email && mail.template === 'welcome').length
/** The latest mail to an address, which must be a welcome. */
const welcomeTo = (email: string) => {
  const mail = world.mails.lastTo(email)
  if (mail?.template !== 'welcome') throw new Error(`The latest mail to ${email} is ${mail?.template}.`)
  return mail
}
const tokenTo = (email: string) => world.mails.linkTo(email).replace(/^.*#token=/, '')
const register = (token: string) => {
  const { firstName, lastName } = lena
  const input = { token, password: NEXT, firstName, lastName }
  return world.rollcall.invitations.registerUser(world.rollcall.anonymous(CLIENT), input)
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof RefusedError ? (error.details.reason ?? error.code) : Promise.reject(error)),
  )

describe.each([
  ['everybody', 'user', true],
  ['everybody', 'administrator', true],
  ['administrators', 'user', false],
  ['administrators', 'administrator', true],
  ['nobody', 'user', false],
  ['nobody', 'administrator', false],
] as const)('set to %s, for a new %s', (mode, role, goes) => {
  const account = { grants: [{ role, scope: null }] }
  const once = goes ? 1 : 0
  beforeEach(() => set(mode))

  it(`${goes ? 'goes' : 'does not go'} out when they are set up active [B37] [B70]`, async () => {
    await create(account)
    expect(welcomes()).toBe(once)
  })

  it(`waits until they are activated, and ${goes ? 'goes' : 'does not go'} out then [B72]`, async () => {
    await create({ ...account, enabled: false })
    expect(welcomes()).toBe(0)
    await edit(lena.email, { enabled: true, jobTitle: 'Auditor' })
    expect(welcomes()).toBe(once)
    await world.rollcall.users.disableUser(await world.as(AMARA), await seen(lena.email))
    await world.rollcall.users.enableUser(await world.as(AMARA), await seen(lena.email))
    await world.deliver()
    expect(welcomes()).toBe(2 * once)
  })

  it(`${goes ? 'goes' : 'does not go'} out when they are to sign in another way [B74]`, async () => {
    await create(account)
    await edit(lena.email, { authentication: { kind: 'external' } })
    expect(welcomes()).toBe(2 * once)
    await edit(lena.email, { authentication: { kind: 'internal' } })
    expect(welcomes()).toBe(3 * once)
  })
})

describe('a welcome', () => {
  it('does not go out for any other change', async () => {
    await set('everybody')
    await create()
    await edit(lena.email, { jobTitle: 'Auditor', protected: false, grants: [administrator] })
    await edit(lena.email, { authentication: { kind: 'internal' }, enabled: true })
    await edit(lena.email, { enabled: false })
    await edit(lena.email, { authentication: { kind: 'external' } })
    expect(welcomes()).toBe(1)
  })

  it('is sent for nothing that was before the setting changed [B73]', async () => {
    const before = welcomes(UNTOLD)
    await create()
    await create({ email: 'later@northwind.example', username: 'later', enabled: false })
    await set('everybody')
    await world.deliver()
    expect([welcomes(), welcomes(UNTOLD)]).toEqual([0, before])
    await edit('later@northwind.example', { enabled: true })
    expect(welcomes('later@northwind.example')).toBe(1)
  })

  it('says how to sign in and how to choose a password, and holds none [B38]', async () => {
    await set('everybody', 'Ask the help desk.')
    await create()
    const { data, credential } = welcomeTo(lena.email)
    expect(data).toMatchObject({
      identifier: lena.username,
      provider: null,
      text: 'Ask the help desk.',
      signInLink: 'https://apps.northwind.example/sign-in',
      forgotLink: null,
      expiresAt: world.clock.now() + 7 * 24 * 3_600_000,
    })
    expect(Object.keys(credential ?? {}).sort()).toEqual(['code', 'link', 'page'])
  })

  it('names the provider of whoever signs in through one, without a link', async () => {
    await set('everybody')
    await create({ authentication: { kind: 'external' } })
    const { data, credential } = welcomeTo(lena.email)
    expect(data).toMatchObject({ provider: SSO.name, forgotLink: null, expiresAt: null, codeExpiresAt: null })
    expect(credential).toBeUndefined()
  })

  it('leaves whoever has a password theirs, with the way to another', async () => {
    await sendWelcome(OSCAR)
    const { data, credential } = welcomeTo(OSCAR)
    expect(data.forgotLink).toBe('https://apps.northwind.example/forgot-password')
    expect(credential).toBeUndefined()
    expect(await codeOf(world.signIn(OSCAR))).toBe('done')
  })
})

describe('by hand', () => {
  it('goes to one, whatever the mode, and leaves an entry [B75]', async () => {
    await set('nobody')
    await sendWelcome(UNTOLD)
    expect(welcomes(UNTOLD)).toBe(1)
    const { userId } = await seen(UNTOLD)
    const { items } = await world.rollcall.audit.listEntries(await world.as(AMARA), { userId })
    expect(items[0]?.action).toBe('users.sendWelcome')
  })

  it('goes to many, and to nobody who is switched off [B75]', async () => {
    await set('nobody')
    const users = await Promise.all(
      [UNTOLD, PRIYA, OSCAR].map(async (email) => {
        const { userId: id, version } = await seen(email)
        return { id, version }
      }),
    )
    const send = async (dryRun: boolean) => {
      const input = { change: { kind: 'sendWelcome' as const }, users, dryRun }
      const { results } = await world.rollcall.users.changeManyUsers(await world.as(AMARA), input)
      await world.deliver()
      return results.map(({ verdict }) => (verdict === true ? true : verdict.reason))
    }
    const before = [UNTOLD, PRIYA, OSCAR].map(welcomes)
    expect(await send(true)).toEqual([true, 'deactivated', true])
    expect([UNTOLD, PRIYA, OSCAR].map(welcomes)).toEqual(before)
    expect(await send(false)).toEqual([true, 'deactivated', true])
    expect([UNTOLD, PRIYA, OSCAR].map(welcomes)).toEqual(before.map((n, index) => (index === 1 ? n : n + 1)))
    expect(await codeOf(sendWelcome(PRIYA))).toBe('deactivated')
  })

  it('takes the right to, and goes once under one key', async () => {
    const { userId } = await seen(UNTOLD)
    expect(
      await codeOf(world.rollcall.users.sendWelcome(await world.as(OSCAR), { userId: await world.idOf(OSCAR) })),
    ).toBe('no-right')
    const amara = await world.as(AMARA)
    for (let times = 0; times < 2; times += 1) {
      await world.rollcall.users.sendWelcome(amara, { userId, idempotencyKey: 'once' })
      await world.deliver()
    }
    expect(welcomes(UNTOLD)).toBe(1)
  })
})

describe('the link of a welcome', () => {
  beforeEach(() => set('everybody'))

  it('lets somebody choose their password, once', async () => {
    await create()
    const token = tokenTo(lena.email)
    const { answer, session } = await register(token)
    expect([answer.signedIn, session]).toEqual([false, null])
    expect(await codeOf(register(token))).toBe('token-invalid')
    const signIn = { identifier: 'LENA', password: NEXT }
    expect(await codeOf(world.rollcall.signIn.signIn(world.rollcall.anonymous(CLIENT), signIn))).toBe('done')
  })

  it('dies after seven days, and with the next one [B76]', async () => {
    await create()
    const first = tokenTo(lena.email)
    await sendWelcome(lena.email)
    expect(await codeOf(register(first))).toBe('token-invalid')
    world.clock.advance(7 * 24 * 3_600_000)
    expect(await codeOf(register(tokenTo(lena.email)))).toBe('token-invalid')
    await sendWelcome(lena.email)
    expect(await codeOf(register(tokenTo(lena.email)))).toBe('done')
  })

  it('dies with the account, and with its password once people sign in through a provider', async () => {
    await create()
    const token = tokenTo(lena.email)
    await edit(lena.email, { enabled: false })
    expect(await codeOf(register(token))).toBe('token-invalid')
    await edit(lena.email, { enabled: true })
    const second = tokenTo(lena.email)
    expect(second).not.toBe(token)
    await edit(lena.email, { authentication: { kind: 'external' } })
    expect(await codeOf(register(second))).toBe('token-invalid')
  })
})
