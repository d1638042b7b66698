import { PASSWORD } from '@rollcall/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { type AppStore, amara, appStore, FIELD_NOTES, lena, oscar, ROUTE_PLANNER, tomasz } from './app-store.ts'
import { codeOf, mailedToken, reasonOf, visit } from './visit.ts'

let store: AppStore
beforeEach(async () => {
  store = await appStore()
})

const give = async (email: string, scope: string | null, roles: string[], by = store.admin) =>
  by.client.access.setGrants({ ...(await store.seen(email)), scope, roles })
const grantsOf = async (email: string) => {
  const { grants } = await store.admin.client.users.getUser(await store.who(email))
  return grants.map(({ role, scope }) => (scope === null ? role : `${role} of ${scope}`)).sort()
}

it('[A1] [A48] keeps product people and administrators in one directory, roles of the product and of one app', async () => {
  const { admin, as } = store
  await give(lena.email, FIELD_NOTES, ['developer'])
  const { items } = await admin.client.users.listUsers({ sort: 'email' })
  expect(items.map(({ email }) => email)).toEqual([amara.email, lena.email, oscar.email, tomasz.email])
  const { administration } = await admin.client.system.getPolicy()
  const kinds = administration?.roles.map(({ id, resourceType }) => `${id} ${resourceType ?? 'product'}`)
  expect(kinds).toEqual([
    'admin product',
    'user-management product',
    'publisher product',
    'owner app',
    'developer app',
    'api-user app',
  ])
  const { client } = await as(lena.email)
  expect(await reasonOf(client.users.listUsers())).toBe('no-right')
  expect(await reasonOf(client.users.countUsers())).toBe('no-right')
})

it('[A2] takes a role for a job: without one a person reaches themselves and nobody else', async () => {
  const { world, as, who } = store
  const { client } = await as(lena.email)
  const me = await client.users.getMe()
  expect(me).toMatchObject({ grants: [], rights: [], scopedRights: {} })
  expect(await codeOf(client.users.getUser(await who(amara.email)))).toBe('not-found')
  expect((await client.resources.listResources()).items).toEqual([])
  await give(lena.email, null, ['user-management'])
  expect(await client.users.getUser(await who(amara.email))).toMatchObject({ email: amara.email })
  await give(lena.email, null, [])
  expect(await codeOf(client.users.getUser(await who(amara.email)))).toBe('not-found')
  expect(world.mails.lastTo(lena.email)?.template).toBe('invitation')
})

describe('the roles of a user', () => {
  it('[A30] [A46] are given and changed on the details page: global ones, and those of each app apart', async () => {
    await give(lena.email, null, ['publisher'])
    await give(lena.email, FIELD_NOTES, ['developer', 'api-user'])
    await give(lena.email, ROUTE_PLANNER, ['owner'])
    expect(await grantsOf(lena.email)).toEqual([
      'api-user of app-field-notes',
      'developer of app-field-notes',
      'owner of app-route-planner',
      'publisher',
    ])
    await give(lena.email, FIELD_NOTES, ['developer'])
    await give(lena.email, null, [])
    expect(await grantsOf(lena.email)).toEqual(['developer of app-field-notes', 'owner of app-route-planner'])
    expect(await codeOf(give(lena.email, FIELD_NOTES, ['publisher']))).toBe('invalid-input')
    expect(await codeOf(give(lena.email, null, ['developer']))).toBe('invalid-input')
  })

  it('[A30] are not changed over what somebody else changed meanwhile', async () => {
    const { admin, seen } = store
    const before = await seen(lena.email)
    await give(lena.email, null, ['publisher'])
    expect(await codeOf(admin.client.access.setGrants({ ...before, scope: null, roles: [] }))).toBe('changed-meanwhile')
  })

  it('[A31] decide what is reached, from the moment they are given to the moment they are taken', async () => {
    const { as, who } = store
    const { client } = await as(lena.email)
    const reach = async () => ({
      list: await reasonOf(client.users.listUsers()),
      count: (await client.users.countUsers().catch(() => null)) ?? null,
      invite: await reasonOf(client.invitations.inviteUsers({ emails: ['new@northwind.example'] })),
      audit: await reasonOf(client.audit.listEntries()),
      apps: (await client.resources.listResources()).items.map(({ id }) => id),
    })
    const nothing = { list: 'no-right', count: null, invite: 'no-right', audit: 'no-right' }
    expect(await reach()).toEqual({ ...nothing, apps: [] })
    await give(lena.email, FIELD_NOTES, ['developer'])
    expect(await reach()).toEqual({ ...nothing, apps: [FIELD_NOTES] })
    await give(lena.email, FIELD_NOTES, ['owner'])
    expect(await reach()).toEqual({ ...nothing, list: 'done', count: { exactly: 2 }, apps: [FIELD_NOTES] })
    expect(await codeOf(client.users.getUser(await who(amara.email)))).toBe('not-found')
    await give(lena.email, null, ['user-management'])
    const all = { list: 'done', count: { exactly: 4 }, invite: 'done', audit: 'done' }
    expect(await reach()).toEqual({ ...all, apps: [FIELD_NOTES, ROUTE_PLANNER] })
    await give(lena.email, null, [])
    await give(lena.email, FIELD_NOTES, [])
    expect(await reach()).toEqual({ ...nothing, apps: [] })
  })
})

describe('the owner of an app', () => {
  it('[A49] assigns developers to that app, by exact address where they are not in sight', async () => {
    const { world, admin, owner } = store
    const mei = { email: 'mei.tanaka@contoso.example', firstName: 'Mei', lastName: 'Tanaka' }
    await world.invite(amara.email, mei.email)
    await world.register(mei)
    const found = await owner.client.users.findUser({ email: mei.email, resource: FIELD_NOTES })
    expect(found).toMatchObject({ name: 'Mei Tanaka' })
    expect(await codeOf(owner.client.users.getUser({ userId: found.id }))).toBe('not-found')
    const change = { userId: found.id, version: found.version, scope: FIELD_NOTES, roles: ['developer'] }
    await owner.client.access.setGrants(change)
    expect(await grantsOf(mei.email)).toEqual(['developer of app-field-notes'])
    expect(await owner.client.users.getUser({ userId: found.id })).toMatchObject({ email: mei.email })
    expect((await admin.client.users.listUsers({ resource: [FIELD_NOTES] })).items).toHaveLength(2)
    expect(await reasonOf(give(mei.email, FIELD_NOTES, ['owner'], owner))).toBe('not-covered')
  })

  it('[A47] [A49] invites somebody, who is a developer of that app once registered', async () => {
    const { world, owner, as } = store
    const mei = { email: 'mei.tanaka@contoso.example', firstName: 'Mei', lastName: 'Tanaka' }
    const grants = [{ role: 'developer', scope: FIELD_NOTES }]
    await owner.client.invitations.inviteUsers({ emails: [mei.email], grants })
    await world.deliver()
    expect(world.mails.lastTo(mei.email)).toMatchObject({ data: { roles: [{ resource: 'Field notes' }] } })
    const visitor = visit(world)
    const { email: _, ...profile } = mei
    await visitor.client.invitations.registerUser({
      token: mailedToken(world, mei.email),
      ...profile,
      password: PASSWORD,
    })
    expect((await visitor.client.users.getMe()).grants).toEqual([{ ...grants[0], source: 'direct', group: null }])
    expect((await as(oscar.email)).signedIn()).toBe(true)
  })

  it('[A51] gives and takes no global role, which is for the users page alone', async () => {
    const { owner } = store
    await give(lena.email, FIELD_NOTES, ['developer'])
    for (const roles of [['publisher'], ['admin'], ['user-management']]) {
      expect(await reasonOf(give(lena.email, null, roles, owner))).toBe('not-covered')
    }
    expect(await reasonOf(give(oscar.email, null, ['publisher'], owner))).toBe('not-covered')
    expect(await reasonOf(give(lena.email, null, ['publisher'], store.manager))).toBe('done')
  })
})

it('[A50] user management is given apart from full control, and reaches nobody above it', async () => {
  const { manager, who } = store
  expect(await reasonOf(give(lena.email, null, ['admin'], manager))).toBe('not-covered')
  expect(await reasonOf(give(amara.email, null, [], manager))).toBe('not-covered')
  expect(await reasonOf(manager.client.apiTokens.createToken(await who(amara.email)))).toBe('not-covered')
  expect(await reasonOf(give(lena.email, null, ['user-management'], manager))).toBe('done')
})
