import { beforeEach, describe, expect, it } from 'vitest'
import { type AppStore, amara, appStore, FIELD_NOTES, lena, oscar, ROUTE_PLANNER, tomasz } from './app-store.ts'
import { codeOf, program, reasonOf } from './visit.ts'

let store: AppStore
beforeEach(async () => {
  store = await appStore()
})

const ownerless = () =>
  store.world.mails.sent
    .filter(({ mail }) => mail.template === 'resources-ownerless')
    .map(({ envelope, mail }) => ({ to: envelope.to.address, data: mail.data }))

describe('deleting a user', () => {
  it('[A20] [A42] takes every role, global and of apps, with tokens and sessions; a newcomer of that address has none', async () => {
    const { world, admin, as, seen } = store
    await admin.client.access.setGrants({ ...(await seen(lena.email)), scope: null, roles: ['publisher'] })
    await admin.client.access.setGrants({ ...(await seen(lena.email)), scope: FIELD_NOTES, roles: ['developer'] })
    const { client } = await as(lena.email)
    const { token } = await client.apiTokens.createMyToken()

    await admin.client.users.deleteUser(await seen(lena.email))
    expect(await codeOf(client.users.getMe())).toBe('not-signed-in')
    expect(await codeOf(program(world, token).users.getMe())).toBe('not-signed-in')
    for (const left of [{ role: ['publisher', 'developer'] }, { q: 'lena' }]) {
      expect((await admin.client.users.listUsers(left)).items).toEqual([])
    }
    await world.invite(amara.email, lena.email)
    await world.register(lena)
    expect((await (await as(lena.email)).client.users.getMe()).grants).toEqual([])
  })

  it('[A21] mails everybody of user management once, with all apps left without an owner', async () => {
    const { world, admin, seen } = store
    await admin.client.users.deleteUser(await seen(oscar.email))
    await world.deliver()
    expect(
      ownerless()
        .map(({ to }) => to)
        .sort(),
    ).toEqual([amara.email, tomasz.email])
    for (const { data } of ownerless()) {
      expect(data).toMatchObject({
        because: 'deleted',
        person: { email: oscar.email },
        resources: [{ name: 'Field notes' }, { name: 'Route planner' }],
      })
    }
  })

  it('[A21] tells nobody about an app that somebody else owns, and the deleted nothing at all', async () => {
    const { world, admin, seen } = store
    for (const scope of [FIELD_NOTES, ROUTE_PLANNER]) {
      await admin.client.access.setGrants({ ...(await seen(tomasz.email)), scope, roles: ['owner'] })
    }
    await admin.client.users.deleteUser(await seen(oscar.email))
    await world.deliver()
    expect(ownerless()).toEqual([])
    await admin.client.users.deleteUser(await seen(tomasz.email))
    await world.deliver()
    expect(ownerless().map(({ to }) => to)).toEqual([amara.email])
  })

  it('[A21] is foretold, with the milder way, and so are deactivation and demotion reported', async () => {
    const { world, admin, who, seen } = store
    expect(await admin.client.users.getDeletionImpact(await who(oscar.email))).toMatchObject({
      grants: 2,
      ownerless: [{ name: 'Field notes' }, { name: 'Route planner' }],
      told: 2,
      disable: true,
    })
    await admin.client.access.setGrants({ ...(await seen(oscar.email)), scope: FIELD_NOTES, roles: [] })
    await world.deliver()
    expect(ownerless()[0]?.data).toMatchObject({ because: 'grants-changed', resources: [{ name: 'Field notes' }] })
    await admin.client.users.disableUser(await seen(oscar.email))
    await world.deliver()
    expect(ownerless().at(-1)?.data).toMatchObject({ because: 'disabled', resources: [{ name: 'Route planner' }] })
  })
})

describe('deleting oneself', () => {
  it('[A39] takes account, tokens and roles, keeps the log and the apps, and asks for the password anew', async () => {
    const { world, admin, as, who } = store
    const { client, signedIn } = await as(oscar.email)
    const { userId } = await who(oscar.email)
    const { token } = await client.apiTokens.createMyToken()
    world.clock.advance(11 * 60_000)
    expect(await codeOf(client.users.deleteMe())).toBe('reauthentication-required')
    expect(await codeOf(client.signIn.confirm({ password: 'wrong' }))).toBe('wrong-credentials')
    await client.signIn.confirm({ password: 'Walnut lantern orbit 42' })
    await client.users.deleteMe()
    expect(signedIn()).toBe(false)
    expect(await codeOf(program(world, token).users.getMe())).toBe('not-signed-in')

    expect(await codeOf(admin.client.users.getUser({ userId }))).toBe('not-found')
    const { items } = await admin.client.audit.listEntries()
    expect(items).toContainEqual(expect.objectContaining({ action: 'users.deleteMe', target: expect.anything() }))
    expect((await admin.client.resources.listResources()).items).toHaveLength(2)
  })

  it('[A39] is refused to the last administrator', async () => {
    expect(await reasonOf(store.admin.client.users.deleteMe())).toBe('last-administrator')
  })
})
