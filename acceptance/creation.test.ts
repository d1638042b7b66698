import { beforeEach, describe, expect, it } from 'vitest'
import { amara, lena, meilin, oscar, type ProductHub, productHub, tomasz } from './product-hub.ts'
import { codeOf, reasonOf, visit } from './visit.ts'

const DEFAULTS = ['audits-emea', 'policies-group']

let hub: ProductHub
beforeEach(async () => {
  hub = await productHub()
})

type Account = Partial<Parameters<ProductHub['admin']['client']['users']['createUser']>[0]>

const create = (account: Account = {}) => hub.admin.client.users.createUser({ ...lena, ...account })
const welcome = async (person: { readonly email: string } = lena) => {
  await hub.admin.client.users.sendWelcome(await hub.who(person))
  await hub.world.deliver()
}
/** Judges a file and applies it; answers what has become of its rows. */
const importFile = async (text: string) => {
  const { client } = hub.admin
  const { id } = await client.imports.previewImport({ file: new Blob([text]) })
  return (await client.imports.applyImport({ importId: id })).done
}
const assigned = (...instances: readonly string[]) => instances.map((scope) => ({ role: 'instance-user', scope }))
const instances = async () => {
  const { items } = await hub.admin.client.resources.listResources()
  return items.filter(({ type }) => type === 'instance')
}
const defaults = async () => (await instances()).filter(({ isDefault }) => isDefault).map(({ id }) => id)

describe('setting people up', () => {
  it('[B1] is for administrators, with all that belongs to it', async () => {
    const callsOf = async ({ client }: Pick<ProductHub['admin'], 'client'>, name: string) => {
      const account = { ...lena, email: `${name}@northwind.example`, username: name }
      return [
        await codeOf(client.users.createUser(account)),
        await codeOf(client.users.listUsers()),
        await codeOf(client.users.exportUsers()),
        await codeOf(client.users.sendWelcome(await hub.who(meilin))),
        await codeOf(client.settings.getSettings()),
        await codeOf(client.resources.setDefault({ resourceId: 'audits-apac', isDefault: true })),
      ]
    }
    const refused = ['not-allowed', 'not-allowed', 'not-allowed', 'not-found', 'not-allowed', 'not-allowed']
    expect(await callsOf(await hub.as(oscar), 'by-oscar')).toEqual(refused)
    expect(new Set(await callsOf(visit(hub.world), 'by-nobody'))).toEqual(new Set(['not-signed-in']))
    expect(new Set(await callsOf(await hub.as(tomasz), 'by-tomasz'))).toEqual(new Set(['done']))
  })

  it('[B2] comes before anybody signs in: nobody registers by themselves, is invited, or gets in by asking', async () => {
    const visitor = visit(hub.world)
    const password = 'Walnut lantern orbit 42'
    const signIn = () => codeOf(visitor.client.signIn.signIn({ identifier: lena.username, password }))
    expect(await signIn()).toBe('wrong-credentials')
    const { email: _, username: __, ...profile } = lena
    const token = 'x'.repeat(43)
    expect(await codeOf(visitor.client.invitations.registerUser({ token, password, ...profile }))).toBe('token-invalid')
    for (const person of [amara, tomasz]) {
      const { client } = await hub.as(person)
      expect(await reasonOf(client.invitations.inviteUsers({ emails: [lena.email] }))).toBe('no-right')
    }
    await visitor.client.passwords.requestReset({ identifier: lena.email })
    await hub.world.deliver()
    expect(hub.world.mails.lastTo(lena.email)).toBeUndefined()

    await create()
    expect(await signIn()).toBe('wrong-credentials')
    await welcome()
    expect((await hub.register(lena)).signedIn()).toBe(true)
  })

  it('[B3] goes one by one, or for many at once by a file', async () => {
    const { client } = hub.admin
    await create()
    const file = [
      'Username,Email,FirstName,LastName,AssignedRole,ProductInstances',
      'noor,noor@contoso.example,Noor,Haddad,,audits-emea;training-main',
      'ravi,ravi@contoso.example,Ravi,Patel,administrator,default',
      'lena.vogt,lena.vogt@northwind.example,Lena,Vogt-Okafor,,',
      'no body,nobody@contoso.example,No,Body,,',
    ]
    const before = await client.users.countUsers()
    const plan = await client.imports.previewImport({ file: new Blob([`${file.join('\r\n')}\r\n`]) })
    expect(plan.counts).toEqual({ create: 2, update: 1, unchanged: 0, refused: 1 })
    expect(await client.users.countUsers()).toEqual(before)
    expect(await client.imports.applyImport({ importId: plan.id })).toMatchObject({ state: 'finished' })
    const { items } = await client.users.listUsers({ q: 'contoso.example' })
    const made = new Map(items.map((user) => [user.username, user]))
    expect(made.get('noor')).toMatchObject({ protected: true, enabled: true, status: 'not-confirmed' })
    expect(made.get('noor')?.grants.map(({ scope }) => scope)).toEqual([null, 'audits-emea', 'training-main'])
    expect(made.get('ravi')?.grants.flatMap(({ scope }) => scope ?? [])).toEqual(DEFAULTS)
    expect(made.has('no body')).toBe(false)
    expect((await client.users.getUser(await hub.who(lena))).lastName).toBe('Vogt-Okafor')
  })
})

describe('the fields of an account', () => {
  it('[B4] [B5] are a first name and a last name, which nobody goes without', async () => {
    for (const missing of [{ firstName: '' }, { lastName: '' }]) {
      expect(await codeOf(create(missing))).toBe('invalid-input')
    }
    expect(await create()).toMatchObject({ firstName: 'Lena', lastName: 'Vogt', name: 'Lena Vogt' })
    const edited = await hub.admin.client.users.editUser({
      ...(await hub.seen(lena)),
      firstName: 'Lene',
      lastName: 'Vo',
    })
    expect(edited).toMatchObject({ firstName: 'Lene', lastName: 'Vo' })
  })

  it('[B6] [B7] are a job title and a mobile phone number', async () => {
    const about = { jobTitle: 'Lead auditor', phone: '+49 151 1234567' }
    expect(await create(about)).toMatchObject(about)
    expect(await codeOf(create({ email: 'x@northwind.example', username: 'x', phone: 'ask me' }))).toBe('invalid-input')
    const none = await hub.admin.client.users.editUser({ ...(await hub.seen(lena)), jobTitle: null, phone: null })
    expect(none).toMatchObject({ jobTitle: null, phone: null })
  })

  it('[B8] are one role, or several', async () => {
    const rolesOf = ({ grants }: Awaited<ReturnType<typeof create>>) => grants.map(({ role }) => role)
    expect(rolesOf(await create())).toEqual(['user'])
    const grants = ['user', 'administrator'].map((role) => ({ role, scope: null }))
    const other = { email: 'two@northwind.example', username: 'two', grants }
    expect(rolesOf(await create(other))).toEqual(['user', 'administrator'])
  })

  it('[B9] are how they sign in: by a password kept here unless said otherwise', async () => {
    expect((await create()).authentication).toEqual({ kind: 'internal', provider: null })
    const external = { email: 'sso@northwind.example', username: 'sso', authentication: { kind: 'external' as const } }
    expect((await create(external)).authentication).toEqual({ kind: 'external', provider: 'northwind-sso' })
  })

  it('[B10] are a protection against deletion, on from the start, until somebody takes it off', async () => {
    const { client } = hub.admin
    expect(await create()).toMatchObject({ protected: true, actions: { delete: 'protected' } })
    expect(await reasonOf(client.users.deleteUser(await hub.seen(lena)))).toBe('protected')
    const [id, version] = Object.values(await hub.seen(lena)) as [string, number]
    const many = { change: { kind: 'delete' as const }, users: [{ id, version }], dryRun: false }
    const { results } = await client.users.changeManyUsers(many)
    expect(results).toEqual([{ userId: id, verdict: { code: 'not-allowed', reason: 'protected' } }])
    const open = await client.users.editUser({ ...(await hub.seen(lena)), protected: false })
    expect(open.actions.delete).toBe(true)
    expect(await codeOf(client.users.deleteUser(await hub.seen(lena)))).toBe('done')
  })

  it('[B11] are whether somebody is active, as everybody is unless said otherwise', async () => {
    expect(await create()).toMatchObject({ enabled: true, status: 'not-confirmed' })
    await welcome()
    const browser = await hub.register(lena)
    const off = await hub.admin.client.users.editUser({ ...(await hub.seen(lena)), enabled: false })
    expect(off).toMatchObject({ enabled: false, status: 'deactivated' })
    expect(await codeOf(browser.client.users.getMe())).toBe('not-signed-in')
    const inactive = { email: 'later@northwind.example', username: 'later', enabled: false }
    expect(await create(inactive)).toMatchObject({ enabled: false, status: 'deactivated' })
  })

  it('[B12] are a user name: unique, however it is written, and what people sign in with', async () => {
    await create()
    for (const username of [lena.username, 'LENA.VOGT']) {
      expect(await codeOf(create({ email: 'other@northwind.example', username }))).toBe('username-in-use')
    }
    await welcome()
    expect((await hub.register({ ...lena, username: 'Lena.Vogt' as typeof lena.username })).signedIn()).toBe(true)
  })

  it('[B13] hold a user name to rules: no spaces, nothing unseen, 128 characters; an address is one as well', async () => {
    for (const username of ['', 'lena vogt', 'lena\u00a0vogt', 'lena\u200bvogt', 'lena\u202evogt', 'x'.repeat(129)]) {
      expect([username, await codeOf(create({ username }))]).toEqual([username, 'invalid-input'])
    }
    expect((await create({ username: lena.email })).username).toBe(lena.email)
    const later = hub.admin.client.users.editUser({ ...(await hub.seen(lena)), username: 'lena' })
    expect(await codeOf(later)).toBe('invalid-input')
  })

  it('[B14] are an address, where mails go and by which nobody signs in', async () => {
    const { world, admin } = hub
    expect(await codeOf(create({ email: 'nowhere' }))).toBe('invalid-input')
    await create()
    await welcome()
    expect(world.mails.lastTo(lena.email)?.template).toBe('welcome')
    await hub.register(lena)
    const byEmail = visit(world).client.signIn.signIn({ identifier: lena.email, password: 'Walnut lantern orbit 42' })
    expect(await codeOf(byEmail)).toBe('wrong-credentials')
    const moved = 'lena@contoso.example'
    await admin.client.users.editUser({ ...(await hub.seen(lena)), email: moved })
    await admin.client.passwords.sendResetLink(await hub.who({ email: moved }))
    await world.deliver()
    expect(world.mails.lastTo(moved)?.template).toBe('reset')
  })

  it('[B15] [B16] are a language, English (UK) when left out, and a time zone', async () => {
    expect(await create()).toMatchObject({ language: 'en-GB', timeZone: 'Etc/UTC' })
    const given = { language: 'de', timeZone: 'Europe/Berlin' }
    const other = { email: 'other@northwind.example', username: 'other' }
    expect(await create({ ...other, ...given })).toMatchObject(given)
    expect(await codeOf(create({ timeZone: 'Europe/Atlantis' }))).toBe('invalid-input')
  })

  it('[B23] are none of an app’s own, which are managed in that app', async () => {
    const more = { ...lena, auditTeam: 'EMEA', curriculum: 'onboarding' }
    expect(await codeOf(hub.admin.client.users.createUser(more))).toBe('invalid-input')
    expect(Object.keys(await create())).not.toContain('auditTeam')
  })

  it('[B22] are the host’s own as well, not on screen but by file', async () => {
    const { world, admin } = hub
    const attributes = { costCentre: '4711' }
    expect(await codeOf(create({ attributes }))).toBe('not-allowed')
    await create()
    const edited = admin.client.users.editUser({ ...(await hub.seen(lena)), attributes })
    expect(await codeOf(edited)).toBe('not-allowed')
    expect(await importFile('Username,attr:costCentre\r\nlena.vogt,4711\r\n')).toMatchObject({ updated: 1 })
    expect((await admin.client.users.getUser(await hub.who(lena))).attributes).toEqual({})
    expect((await world.storage.users.find((await hub.who(lena)).userId))?.attributes).toEqual(attributes)
  })
})

describe('the instances somebody is assigned', () => {
  it('[B17] are what they find among their apps', async () => {
    await create({ grants: assigned('audits-apac', 'training-main') })
    await welcome()
    const { client } = await hub.register(lena)
    const { items } = await client.resources.listResources()
    const own = items.filter(({ type }) => type === 'instance').map(({ id }) => id)
    expect(own.sort()).toEqual(['audits-apac', 'training-main'])
    expect(items.filter(({ type }) => type === 'app').map(({ id }) => id)).toEqual(['app-audits', 'app-training'])
    const { resources } = await client.users.getMe()
    expect(resources.find(({ id }) => id === 'audits-apac')?.parent).toEqual({ id: 'app-audits', name: 'Audits' })
  })

  it('[B18] are chosen from the apps there are, and the instances of each', async () => {
    const listed = await instances()
    expect(listed.map(({ id, name, parent }) => [id, name, parent])).toEqual([
      ['audits-apac', 'Audits APAC', 'app-audits'],
      ['audits-emea', 'Audits EMEA', 'app-audits'],
      ['policies-group', 'Group policies', 'app-policies'],
      ['training-main', 'Training', 'app-training'],
      ['training-sandbox', 'Training sandbox', 'app-training'],
    ])
    expect(listed.every(({ mayGrant }) => mayGrant.includes('instance-user'))).toBe(true)
  })

  it('[B19] [B20] begin with the defaults, which may be left out', async () => {
    expect(await defaults()).toEqual(DEFAULTS)
    const [, kept = ''] = DEFAULTS
    const { grants } = await create({ grants: [{ role: 'user', scope: null }, ...assigned(kept)] })
    expect(grants.flatMap(({ scope }) => scope ?? [])).toEqual([kept])
    const none = await create({ email: 'none@northwind.example', username: 'none', grants: [] })
    expect(none.resources).toEqual([])
  })

  it('[B21] have defaults that the organization sets for itself', async () => {
    const { client } = await hub.as(tomasz)
    await client.resources.setDefault({ resourceId: 'training-main', isDefault: true })
    await client.resources.setDefault({ resourceId: 'audits-emea', isDefault: false })
    expect(await defaults()).toEqual(['policies-group', 'training-main'])
  })

  it('[B24] come with what is still to be done in the app itself', async () => {
    const { items } = await hub.admin.client.resources.listResources()
    const steps = items.filter(({ nextSteps }) => nextSteps !== null).map(({ id, nextSteps }) => [id, nextSteps])
    expect(steps).toEqual([
      ['app-audits', 'Ask the audit lead for a team before the first audit.'],
      ['app-training', 'Choose a curriculum in Training → People.'],
    ])
  })
})

describe('the welcome mail', () => {
  const set = async (mode: 'everybody' | 'administrators' | 'nobody') => {
    const { version } = await hub.admin.client.settings.getSettings()
    await hub.admin.client.settings.editSettings({ welcome: mode, version })
  }
  const mailed = async (email: string) => {
    await hub.world.deliver()
    return hub.world.mails.lastTo(email)?.template
  }

  it('[B37] goes to whoever is set up and active, as the organization has it', async () => {
    const administrator = [{ role: 'administrator', scope: null }]
    const sent: unknown[] = []
    for (const mode of ['everybody', 'administrators', 'nobody'] as const) {
      await set(mode)
      for (const [kind, account] of Object.entries({
        user: {},
        administrator: { grants: administrator },
        inactive: { grants: administrator, enabled: false },
      })) {
        const email = `${kind}-${mode}@northwind.example`
        await create({ ...account, email, username: `${kind}-${mode}` })
        if ((await mailed(email)) === 'welcome') sent.push(`${mode}: ${kind}`)
      }
    }
    expect(sent).toEqual(['everybody: user', 'everybody: administrator', 'administrators: administrator'])
    const late = { email: 'inactive-everybody@northwind.example' }
    await set('everybody')
    await hub.admin.client.users.enableUser(await hub.seen(late))
    expect(await mailed(late.email)).toBe('welcome')
  })

  it('[B38] says how to sign in and how to choose a password, and carries none', async () => {
    await set('everybody')
    await create()
    await hub.world.deliver()
    const mail = hub.world.mails.lastTo(lena.email)
    expect(mail).toMatchObject({
      template: 'welcome',
      data: { identifier: lena.username, signInLink: 'https://apps.northwind.example/sign-in' },
      credential: { link: expect.stringMatching(/^https:\/\/apps\.northwind\.example\/register#token=[\w-]{43}$/) },
    })
    expect(JSON.stringify(mail)).not.toMatch(/password"/)
    expect((await hub.register(lena)).signedIn()).toBe(true)
  })
})
