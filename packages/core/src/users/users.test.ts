import { createWorld, scenarios, type World } from '@rollcall/testing'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type RefusalCode, RefusedError } from '../kernel/refusals.ts'

const codeOf = (work: Promise<unknown>): Promise<RefusalCode | 'done'> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof RefusedError ? error.code : Promise.reject(error)),
  )

describe('in the app store', () => {
  const admin = 'amara.okafor@northwind.example'
  const owner = 'oscar.delafuente@fabrikam.example'
  let world: World
  beforeAll(async () => {
    world = createWorld()
    await scenarios.appStore(world)
  })

  const list = async (as: string, input: Parameters<World['rollcall']['users']['listUsers']>[1] = {}) =>
    world.rollcall.users.listUsers(await world.as(as), input)

  it('lists and counts the same people', async () => {
    const { items } = await list(admin)
    expect(await world.rollcall.users.countUsers(await world.as(admin), {})).toEqual({ exactly: items.length })
    const locked = await list(admin, { status: ['locked'] })
    expect(locked.items.map(({ name }) => name)).toEqual(['Jonas Lindqvist'])
  })

  it('shows an app owner the people of the app and nobody else, in every read', async () => {
    const actor = await world.as(owner)
    const { items } = await list(owner)
    const names = items.map(({ name }) => name)
    expect(names).toContain('Jonas Lindqvist')
    expect(names).not.toContain('Tomasz Wójcik')
    expect(await world.rollcall.users.countUsers(actor, {})).toEqual({ exactly: items.length })
    const outside = await world.idOf('tomasz.wojcik@northwind.example')
    expect(await codeOf(world.rollcall.users.getUser(actor, { userId: outside }))).toBe('not-found')
    expect(await codeOf(world.rollcall.users.getUser(actor, { userId: 'nobody' }))).toBe('not-found')
    expect((await list(owner, { q: 'wojcik' })).items).toEqual([])
  })

  it('shows people without the right no list, not even an empty one', async () => {
    expect(await codeOf(list('jonas.lindqvist@northwind.example'))).toBe('wrong-credentials')
    expect(await codeOf(list('huda.elsayed@contoso.example'))).toBe('not-allowed')
  })

  it('says of each person what this caller may do, and why not', async () => {
    const [jonas] = (await list(admin, { q: 'lindqvist' })).items
    expect(jonas?.actions).toMatchObject({ unlock: true, messageOnUnlock: true, viewFailedSignIns: true })
    expect(jonas?.actions).not.toHaveProperty('resend')
    const [seenByOwner] = (await list(owner, { q: 'lindqvist' })).items
    expect(seenByOwner?.actions).toMatchObject({ unlock: 'no-right', viewFailedSignIns: 'no-right' })
    const [pending] = (await list(admin, { status: ['not-confirmed'] })).items
    expect(pending?.actions).toMatchObject({ resend: true, revoke: true })
  })

  it('refuses a cursor of another query, or one that was touched', async () => {
    const world = createWorld()
    await scenarios.many(120)(world)
    const actor = await world.as(world.accounts[0]?.email ?? '')
    const page = await world.rollcall.users.listUsers(actor, { sort: 'name' })
    const cursor = page.nextCursor ?? ''
    expect((await world.rollcall.users.listUsers(actor, { sort: 'name', cursor })).items).toHaveLength(50)
    expect(await codeOf(world.rollcall.users.listUsers(actor, { sort: '-name', cursor }))).toBe('invalid-input')
    for (const bad of ['', 'x', `${cursor}A`, cursor.slice(0, -4), 'e30']) {
      expect(await codeOf(world.rollcall.users.listUsers(actor, { sort: 'name', cursor: bad }))).toBe('invalid-input')
    }
  })

  it('tells of an invitation who sent it, when it dies and what became of its mail', async () => {
    const actor = await world.as(admin)
    const userId = await world.idOf('new.analyst@northwind.example')
    expect((await world.rollcall.users.getUser(actor, { userId })).invitation).toMatchObject({
      sends: 1,
      sender: { name: 'Tomasz Wójcik' },
      delivery: { state: 'delivered', attempts: 1, error: null },
    })
  })
})

describe('editMe', () => {
  const amara = { email: 'amara.okafor@northwind.example', firstName: 'Amara', lastName: 'Okafor' }
  let world: World
  beforeEach(async () => {
    world = createWorld()
    await world.createOwner(amara)
  })
  const edit = async (input: object, version?: number) => {
    const actor = await world.as(amara.email)
    return world.rollcall.users.editMe(actor, { version: version ?? actor.effective.user.version, ...input })
  }

  it('changes what is given and nothing else, and is found under the new name', async () => {
    expect(await edit({ lastName: 'Okafor-Vogt', phone: '+234 802 555 0117' })).toMatchObject({
      name: 'Amara Okafor-Vogt',
      firstName: 'Amara',
      phone: '+234 802 555 0117',
    })
    const found = await world.rollcall.users.listUsers(await world.as(amara.email), { q: 'okafor-v' })
    expect(found.items).toHaveLength(1)
  })

  it('refuses a stale version and shows the record as it is', async () => {
    const { version } = await world.rollcall.users.getMe(await world.as(amara.email), {})
    await edit({ jobTitle: 'Designer' })
    const error = await edit({ jobTitle: 'Director' }, version).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'changed-meanwhile', details: { current: { jobTitle: 'Designer' } } })
  })

  it.each([
    [{ email: 'other@northwind.example' }, 'invalid-input', { email: 'unknown-key' }],
    [{ enabled: false }, 'invalid-input', { enabled: 'unknown-key' }],
    [{ grants: [] }, 'invalid-input', { grants: 'unknown-key' }],
    [{ firstName: '' }, 'invalid-input', { firstName: 'required' }],
    [{ firstName: null }, 'invalid-input', { firstName: 'required' }],
    [{ firstName: 'A\u202eB' }, 'invalid-input', { firstName: 'control-character' }],
    [{ firstName: 'x'.repeat(101) }, 'invalid-input', { firstName: 'too-long' }],
    [{ language: 'klingonesque' }, 'invalid-input', { language: 'not-a-language' }],
    [{ timeZone: 'Mars/Base' }, 'invalid-input', { timeZone: 'not-a-time-zone' }],
    [{ phone: 'call me' }, 'invalid-input', { phone: 'invalid' }],
    [{ muteNotifications: true }, 'not-allowed', { muteNotifications: 'invalid' }],
  ])('refuses %j with %s', async (input, code, fields) => {
    const error = await edit(input).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code, details: { fields } })
  })
})
