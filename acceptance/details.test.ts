import { beforeEach, describe, expect, it } from 'vitest'
import { type AppStore, amara, appStore, lena, oscar, tomasz } from './app-store.ts'
import { codeOf, program, reasonOf } from './visit.ts'

let store: AppStore
beforeEach(async () => {
  store = await appStore()
})

describe('the information on a user', () => {
  it('[A17] is the administrator’s to change, all but the email address', async () => {
    const { admin, who, seen } = store
    const changes = { firstName: 'Magdalena', lastName: 'Vogt-Brandt', jobTitle: 'Designer', language: 'de' }
    expect(await admin.client.users.editUser({ ...(await seen(lena.email)), ...changes })).toMatchObject(changes)
    const move = { ...(await seen(lena.email)), jobTitle: 'Boss', email: 'other@northwind.example' }
    expect(await codeOf(admin.client.users.editUser(move))).toBe('not-allowed')
    const details = await admin.client.users.getUser(await who(lena.email))
    expect(details).toMatchObject({ email: lena.email, jobTitle: 'Designer' })
    expect(details.fields.email).toBe(false)
  })

  it('[A17] [A44] changes as a whole when it is saved, and not over somebody else’s change', async () => {
    const { admin, manager, seen } = store
    const before = await seen(lena.email)
    const wrong = { ...before, firstName: 'Magdalena', phone: 'no number' }
    expect(await codeOf(admin.client.users.editUser(wrong))).toBe('invalid-input')
    expect(await admin.client.users.getUser({ userId: before.userId })).toMatchObject({ firstName: 'Lena' })
    await manager.client.users.editUser({ ...before, jobTitle: 'Designer' })
    expect(await codeOf(admin.client.users.editUser({ ...before, jobTitle: 'Boss' }))).toBe('changed-meanwhile')
  })

  it('[A18] [A40] [A41] is the profile people know from themselves, with what only administrators get', async () => {
    const { admin, as, who, seen } = store
    const { client } = await as(lena.email)
    const own = await client.users.getMe()
    const details = await admin.client.users.getUser(await who(lena.email))
    for (const [field, mine] of Object.entries(own.fields)) {
      expect([field, details.fields[field as keyof typeof details.fields]]).toEqual([field, true])
      expect([field, mine]).toEqual([field, field !== 'muteNotifications'])
    }
    expect(details).toMatchObject({ status: 'confirmed', enabled: true, muteNotifications: false })
    const muted = await admin.client.users.editUser({ ...(await seen(lena.email)), muteNotifications: true })
    expect(muted.muteNotifications).toBe(true)
    const me = await client.users.getMe()
    expect(me.muteNotifications).toBe(true)
    const unmute = client.users.editMe({ version: me.version, muteNotifications: false })
    expect(await reasonOf(unmute)).toBe('disabled-by-policy')
  })

  it('[A35] [A41] muted or not, somebody gets the mail about their own account', async () => {
    const { world, admin, who, seen } = store
    await admin.client.users.editUser({ ...(await seen(lena.email)), muteNotifications: true })
    await admin.client.passwords.sendResetLink(await who(lena.email))
    await world.deliver()
    expect(world.mails.lastTo(lena.email)?.template).toBe('reset')
  })

  it('[A40] says who is active; deactivating shuts out at once and loses nothing', async () => {
    const { admin, as, seen } = store
    const { client } = await as(lena.email)
    expect(await admin.client.users.disableUser(await seen(lena.email))).toMatchObject({ status: 'deactivated' })
    expect(await codeOf(client.users.getMe())).toBe('not-signed-in')
    expect(await admin.client.users.enableUser(await seen(lena.email))).toMatchObject({ status: 'confirmed' })
    expect(await (await as(lena.email)).client.users.getMe()).toMatchObject({ name: 'Lena Vogt' })
  })
})

describe('the API token of a user', () => {
  it('[A19] [A45] is made, shown once and revoked by an administrator as people do it for themselves', async () => {
    const { world, admin, as, who } = store
    const { userId } = await who(lena.email)
    const made = await admin.client.apiTokens.createToken({ userId })
    expect(await program(world, made.token).users.getMe()).toMatchObject({ email: lena.email })

    const listed = await admin.client.apiTokens.listTokens({ userId })
    expect(listed.items).toMatchObject([{ id: made.id, prefix: made.prefix, createdBy: { name: 'Amara Okafor' } }])
    expect(JSON.stringify(listed)).not.toContain(made.token)
    expect(await (await as(lena.email)).client.apiTokens.listMyTokens()).toEqual(listed)

    await world.deliver()
    expect(world.mails.lastTo(lena.email)).toMatchObject({ template: 'token-created', data: { prefix: made.prefix } })
    expect(JSON.stringify(world.mails.sent)).not.toContain(made.token)
    await admin.client.apiTokens.revokeToken({ userId, tokenId: made.id })
    expect(await codeOf(program(world, made.token).users.getMe())).toBe('not-signed-in')
  })

  it('[A37] [A38] is one at a time, tells its expiry a year ahead, and gives way to the next when deleted', async () => {
    const { world, as } = store
    const { client } = await as(lena.email)
    const first = await client.apiTokens.createMyToken()
    expect(Date.parse(first.expiresAt) - world.clock.now()).toBe(365 * 24 * 3_600_000)
    expect(await codeOf(client.apiTokens.createMyToken())).toBe('already-done')
    await client.apiTokens.revokeMyToken({ tokenId: first.id })
    const second = await client.apiTokens.createMyToken()
    expect(await codeOf(program(world, first.token).users.getMe())).toBe('not-signed-in')
    expect(await codeOf(program(world, second.token).users.getMe())).toBe('done')
    world.clock.advance(365 * 24 * 3_600_000)
    expect(await codeOf(program(world, second.token).users.getMe())).toBe('not-signed-in')
  })

  it('[A52] calls with the rights its owner has now, never makes another, and does nothing personal', async () => {
    const { world, admin, manager, seen } = store
    const { token } = await manager.client.apiTokens.createMyToken()
    const build = program(world, token)
    expect(await codeOf(build.users.listUsers())).toBe('done')
    const { userId, version } = await seen(lena.email)
    for (const personal of [
      build.apiTokens.createMyToken(),
      build.apiTokens.createToken({ userId }),
      build.passwords.issueTemporaryPassword({ userId, version, channel: 'screen' }),
      build.passwords.sendResetLink({ userId }),
      build.users.deleteMe(),
      build.passwords.changeOwnPassword({ currentPassword: 'x', password: 'marble thunder kite 77' }),
    ]) {
      expect(await reasonOf(personal)).toBe('no-right')
    }
    await admin.client.access.setGrants({ ...(await seen(tomasz.email)), scope: null, roles: [] })
    expect(await reasonOf(build.users.listUsers())).toBe('no-right')
  })
})

it('[A16] the details page says of each section whether it is the caller’s to use', async () => {
  const { admin, manager, owner, who } = store
  const sections = ['edit', 'createToken', 'delete', 'issueTemporaryPassword', 'assign', 'viewFailedSignIns'] as const
  const told = async ({ client }: typeof admin, email: string) => {
    const { actions } = await client.users.getUser(await who(email))
    return sections.map((section) => actions[section])
  }
  expect(await told(admin, lena.email)).toEqual([true, true, true, true, true, true])
  const above = 'not-covered'
  expect(await told(manager, amara.email)).toEqual([above, above, above, above, true, true])
  const no = 'no-right'
  expect(await told(owner, oscar.email)).toEqual([no, no, no, no, true, no])
})
