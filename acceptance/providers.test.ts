import { directory } from '@rollcall/core/presets'
import { createHandler } from '@rollcall/http'
import { createWorld, PASSWORD, standInProvider, type World } from '@rollcall/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { codeOf, type Visit, visit } from './visit.ts'

const AMARA = { email: 'amara.okafor@northwind.example', username: 'amara', firstName: 'Amara', lastName: 'Okafor' }
const LENA = { email: 'lena.vogt@northwind.example', username: 'lena.vogt', firstName: 'Lena', lastName: 'Vogt' }
const OSCAR = { email: 'oscar@fabrikam.example', username: 'oscar', firstName: 'Óscar', lastName: 'Montenegro' }
const SSO = {
  id: 'sso',
  name: 'Northwind SSO',
  domains: [],
  startUrl: '/api/rollcall/sign-in/providers/sso',
  offered: true,
}
const PAGES = 'https://apps.northwind.example'

const provider = standInProvider(SSO.id)

let world: World
let admin: Visit
const open = async (providers = [SSO]) => {
  const policy = { ...directory, signIn: { ...directory.signIn, providers } }
  world = createWorld({ policy, identityProviders: providers.map(() => provider) })
  await world.createOwner(AMARA)
  admin = visit(world, await world.signIn(AMARA.email))
}
beforeEach(() => open())

/** Goes to the provider and back; answers where it led, and the browser. */
async function come() {
  const handle = createHandler(world.rollcall)
  const headers = { 'sec-fetch-site': 'same-origin' }
  const left = await handle(new Request(PAGES + SSO.startUrl, { headers }))
  expect(left.headers.get('x-content-type-options')).toBe('nosniff')
  expect(left.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  const cookie = left.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const back = await handle(new Request(left.headers.get('location') ?? '', { headers: { ...headers, cookie } }))
  const session = back.headers.getSetCookie().find((each) => each.startsWith('__Host-rollcall='))
  const [, token] = /=([^;]+)/.exec(session ?? '') ?? []
  return { to: back.headers.get('location'), browser: token === undefined ? null : visit(world, token) }
}
const create = (account: Parameters<Visit['client']['users']['createUser']>[0]) => world.create(AMARA.email, account)
const seen = async (userId: string) => {
  const { version } = await admin.client.users.getUser({ userId })
  return { userId, version }
}
const edit = async (userId: string, authentication: { kind: 'internal' } | { kind: 'external' }) => {
  await admin.client.users.editUser({ ...(await seen(userId)), authentication })
  await world.deliver()
}
const set = async (settings: Partial<Parameters<Visit['client']['settings']['editSettings']>[0]>) => {
  const { version } = await admin.client.settings.getSettings()
  await admin.client.settings.editSettings({ ...settings, version })
  await world.deliver()
}
/** Where each welcome so far led to sign in, oldest first. */
const welcomes = (email: string) =>
  world.mails.sent.flatMap(({ envelope, mail }) =>
    envelope.to.address === email && mail.template === 'welcome' ? [mail.data.signInLink] : [],
  )

describe('people of a provider', () => {
  it('[B85] sign in there while others keep their passwords; without a provider nobody is offered one', async () => {
    const userId = await create({ ...LENA, authentication: { kind: 'external' } })
    provider.expect({ subject: 'n-1', username: LENA.username })
    const { to, browser } = await come()
    expect(to).toBe(`${PAGES}/`)
    expect((await browser?.client.users.getMe())?.id).toBe(userId)
    expect(await codeOf(visit(world).client.signIn.signIn({ identifier: AMARA.username, password: PASSWORD }))).toBe(
      'done',
    )
    expect((await visit(world).client.system.getPolicy()).signIn.providers).toMatchObject([{ id: SSO.id }])
    await open([])
    expect((await visit(world).client.system.getPolicy()).signIn.providers).toEqual([])
  })

  it('[B52] are known by the user name it gives them, however it is written, and nobody else is let in', async () => {
    const userId = await create({ ...LENA, authentication: { kind: 'external' } })
    provider.expect({ subject: 'n-2', username: 'somebody.else' })
    expect(await come()).toEqual({ to: `${PAGES}/sign-in?problem=not-admitted`, browser: null })
    provider.expect({ subject: 'n-1', username: 'Lena.VOGT' })
    expect((await (await come()).browser?.client.users.getMe())?.id).toBe(userId)
    provider.expect({ subject: 'n-3', username: LENA.username })
    expect((await come()).browser).toBeNull()
  })

  it('[B86] need a provider to be; changing there and back keeps the account and what it reaches', async () => {
    const userId = await create({ ...LENA, grants: [{ role: 'administrator', scope: null }] })
    const before = await admin.client.users.getUser({ userId })
    await edit(userId, { kind: 'external' })
    await edit(userId, { kind: 'internal' })
    const after = await admin.client.users.getUser({ userId })
    expect(after).toMatchObject({ id: before.id, grants: before.grants, authentication: { kind: 'internal' } })
    await open([])
    const alone = await create(LENA)
    expect(await codeOf(edit(alone, { kind: 'external' }))).toBe('invalid-input')
  })

  it.each([
    ['everybody', 3],
    ['administrators', 0],
    ['nobody', 0],
  ] as const)('[B74] are welcomed anew when they change, with the mode at %s', async (welcome, times) => {
    await set({ welcome })
    const userId = await create(LENA)
    await edit(userId, { kind: 'external' })
    await edit(userId, { kind: 'internal' })
    expect(welcomes(LENA.email)).toHaveLength(times)
  })

  it('[B68] change by a file, several at once and both ways', async () => {
    const lena = await create(LENA)
    const oscar = await create({ ...OSCAR, authentication: { kind: 'external' } })
    const file = new Blob([`Username,AuthenticationType\n${LENA.username},external\n${OSCAR.username},internal\n`])
    const { id: importId } = await admin.client.imports.previewImport({ file })
    await admin.client.imports.applyImport({ importId })
    const kindOf = async (userId: string) => (await admin.client.users.getUser({ userId })).authentication.kind
    expect([await kindOf(lena), await kindOf(oscar)]).toEqual(['external', 'internal'])
  })

  it('[B87] are sent the address of their way when the switch is saved, others the page for everybody', async () => {
    await set({ welcome: 'everybody' })
    await create({ ...LENA, authentication: { kind: 'external' } })
    await create(OSCAR)
    await set({ signInAddress: 'separate' })
    await set({ signInAddress: 'generic' })
    expect(welcomes(LENA.email)).toEqual([`${PAGES}/sign-in`, PAGES + SSO.startUrl, `${PAGES}/sign-in`])
    expect(welcomes(OSCAR.email)).toEqual([`${PAGES}/sign-in`, `${PAGES}/sign-in`, `${PAGES}/sign-in`])
  })
})
