import { beforeEach, describe, expect, it } from 'vitest'
import { amara, lena, meilin, oscar, type ProductHub, productHub, tomasz } from './product-hub.ts'
import { codeOf, reasonOf } from './visit.ts'

let hub: ProductHub
beforeEach(async () => {
  hub = await productHub()
})

type Query = Parameters<ProductHub['admin']['client']['users']['listUsers']>[0]

const listed = async (query: Query) => {
  const { items } = await hub.admin.client.users.listUsers(query)
  return items.map(({ email }) => email)
}
const unprotect = async (person: { readonly email: string }) =>
  hub.admin.client.users.editUser({ ...(await hub.seen(person)), protected: false })

describe('finding somebody', () => {
  it('[B39] goes by their shown name and by their user name, in any spelling', async () => {
    const about = { firstName: 'Noor', lastName: 'Haddad', displayName: 'Nora from Quality' }
    await hub.admin.client.users.createUser({ ...about, email: 'n.h@contoso.example', username: 'QA-0042' })
    for (const q of ['nora', 'from quality', 'QUALITY', 'qa-0042', '0042'])
      expect([q, await listed({ q })]).toEqual([q, ['n.h@contoso.example']])
    expect(await listed({ q: 'zhao' })).toEqual([meilin.email])
  })

  it('[B40] goes by filters as well: role, instance, status, how they sign in, being active', async () => {
    expect(await listed({ role: ['administrator'] })).toEqual([amara.email, tomasz.email])
    expect(await listed({ resource: ['training-sandbox'] })).toEqual(['rana.alkhatib@fabrikam.example'])
    expect(await listed({ status: ['invitation-expired'] })).toEqual(['r.patel@contoso.example'])
    expect(await listed({ authentication: 'external' })).toEqual(['thandiwe.dlamini@northwind.example'])
    expect(await listed({ enabled: false })).toEqual(['priya.raman@contoso.example'])
    expect(await listed({ enabled: true })).not.toContain('priya.raman@contoso.example')
  })
})

describe('administrators', () => {
  it('[B46] reach every account with all its details and actions, other administrators’ included', async () => {
    for (const [by, on] of [
      [tomasz, amara],
      [amara, tomasz],
    ] as const) {
      const { client } = await hub.as(by)
      const details = await client.users.getUser(await hub.who(on))
      expect(details).toMatchObject({ email: on.email, username: on.username })
      expect(details.actions).toMatchObject({
        edit: true,
        assign: true,
        disable: true,
        delete: 'protected',
        sendWelcome: true,
        sendResetLink: true,
        revokeSessions: true,
        viewAudit: true,
      })
      expect(await codeOf(client.users.editUser({ ...(await hub.seen(on)), jobTitle: 'Auditor' }))).toBe('done')
      expect(await codeOf(client.users.disableUser(await hub.seen(on)))).toBe('done')
      expect(await codeOf(client.users.enableUser(await hub.seen(on)))).toBe('done')
    }
    const { client } = await hub.as(tomasz)
    await client.users.editUser({ ...(await hub.seen(amara)), protected: false })
    expect(await codeOf(client.users.deleteUser(await hub.seen(amara)))).toBe('done')
  })

  it('[B47] delete everybody but themselves', async () => {
    for (const person of [amara, tomasz, oscar]) {
      const at = await hub.seen(await unprotect(person))
      const { client } = await hub.as(person)
      const reason = person === oscar ? 'no-right' : 'self'
      expect(await reasonOf(client.users.deleteUser(at))).toBe(reason)
      const change = { kind: 'delete' as const }
      const users = [{ id: at.userId, version: at.version }]
      const { results } = await client.users.changeManyUsers({ change, users, dryRun: false })
      expect(results).toMatchObject([{ verdict: { reason } }])
      expect(await reasonOf(client.users.deleteMe())).toBe('disabled-by-policy')
      expect(await codeOf(client.users.getMe())).toBe('done')
    }
  })

  it('[B48] delete for good: the account is gone for everybody, and its owner is out', async () => {
    const own = await hub.as(oscar)
    await unprotect(oscar)
    const who = await hub.who(oscar)
    await (await hub.as(tomasz)).client.users.deleteUser(await hub.seen(oscar))
    expect(await codeOf(hub.admin.client.users.getUser(who))).toBe('not-found')
    expect(await codeOf(own.client.users.getMe())).toBe('not-signed-in')
    expect(await codeOf(hub.as(oscar))).toBe('wrong-credentials')
    for (const again of [hub.admin.client.users.enableUser, hub.admin.client.users.deleteUser]) {
      expect(await codeOf(again({ ...who, version: 1 }))).toBe('not-found')
    }
    expect(await listed({ q: 'oscar' })).toEqual([])
  })

  it('[B49] bring nothing of the deleted back, not by the same names and address either', async () => {
    await unprotect(oscar)
    const before = await hub.admin.client.users.getUser(await hub.who(oscar))
    expect(before).toMatchObject({ status: 'confirmed', jobTitle: null })
    expect(before.lastSignInAt).not.toBeNull()
    await hub.admin.client.users.deleteUser(await hub.seen(oscar))
    const anew = { firstName: 'Óscar', lastName: 'de la Fuente', email: oscar.email, username: oscar.username }
    const after = await hub.admin.client.users.createUser({ ...anew, grants: [] })
    expect(after).toMatchObject({ status: 'not-confirmed', registeredAt: null, lastSignInAt: null, version: 1 })
    expect(after.id).not.toBe(before.id)
    expect(after.grants.map(({ role }) => role)).toEqual(['user'])
    const { items } = await hub.admin.client.audit.listEntries({ userId: after.id })
    expect(items.map(({ action }) => action)).toEqual(['users.createUser'])
    expect(await codeOf(hub.as(oscar))).toBe('wrong-credentials')
  })

  it('[B50] deactivate instead of deleting, which loses nothing', async () => {
    await unprotect(oscar)
    const { client } = hub.admin
    expect(await client.users.getDeletionImpact(await hub.who(oscar))).toMatchObject({ grants: 4, disable: true })
    const { version: _, ...before } = await client.users.getUser(await hub.who(oscar))
    await client.users.disableUser(await hub.seen(oscar))
    expect(await codeOf(hub.as(oscar))).toBe('wrong-credentials')
    await client.users.enableUser(await hub.seen(oscar))
    const { version: __, ...after } = await client.users.getUser(await hub.who(oscar))
    expect(after).toEqual(before)
    expect(await codeOf(hub.as(oscar))).toBe('done')
  })
})

describe('editing somebody', () => {
  it('[B42] [B43] [B44] saves the details and the instances together, in one step', async () => {
    await hub.admin.client.users.createUser({ ...lena, grants: [{ role: 'instance-user', scope: 'audits-emea' }] })
    const { version } = await hub.seen(lena)
    const grants = [
      { role: 'user', scope: null },
      { role: 'instance-user', scope: 'training-main' },
    ]
    const edit = { ...(await hub.who(lena)), jobTitle: 'Lead auditor', grants }
    const saved = await hub.admin.client.users.editUser({ ...edit, version })
    expect(saved).toMatchObject({ jobTitle: 'Lead auditor', version: version + 1 })
    expect(saved.resources.map(({ id }) => id)).toEqual(['training-main'])
    expect(await codeOf(hub.admin.client.users.editUser({ ...edit, grants: [], version }))).toBe('changed-meanwhile')
    expect((await hub.admin.client.users.getUser(await hub.who(lena))).resources).toHaveLength(1)
  })
})
