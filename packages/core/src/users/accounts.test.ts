import { CLIENT, createWorld, scenarios, type World } from '@rollcall/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { RefusedError } from '../kernel/refusals.ts'
import { directory } from '../presets/directory.ts'
import { ladder } from '../presets/ladder.ts'
import type { Policy } from '../system/policy.rules.ts'
import { defineAttributes } from './attribute.rules.ts'

const AMARA = 'amara.okafor@northwind.example'
const TOMASZ = 'tomasz.wojcik@northwind.example'
const OSCAR = 'oscar.delafuente@fabrikam.example'
const MEILIN = 'meilin.zhao@fabrikam.example'
const HELP = 'help.desk@northwind.example'

const lena = { email: 'lena.vogt@northwind.example', username: 'lena', firstName: 'Lena', lastName: 'Vogt' }
const everywhere = (role: string) => ({ role, scope: null })
const at = (scope: string) => ({ role: 'instance-user', scope })

/** The directory with a help desk beside it, which sets people up and edits them, without roles that administer. */
const withHelpDesk: Policy = {
  ...directory,
  access: {
    ...directory.access,
    systemRoles: [
      ...directory.access.systemRoles.map((role) =>
        role.id === 'user' ? role : { ...role, mayGrant: [...role.mayGrant, 'help-desk'] },
      ),
      {
        id: 'help-desk',
        name: 'Help desk',
        description: 'Sets people up.',
        rank: 1,
        rights: ['users.read', 'users.create', 'users.edit', 'access.assign'],
        visibility: 'all',
        mayGrant: ['user', 'instance-user'],
      },
    ],
  },
}
const attributes = defineAttributes({
  costCentre: { label: 'Cost centre', type: 'text', screen: 'hidden' },
  site: { label: 'Site', type: 'text', choices: ['Berlin', 'Kraków'], screen: 'editable' },
  badge: { label: 'Badge', type: 'number', screen: 'read-only' },
})

let world: World
beforeEach(async () => {
  world = await hub(withHelpDesk)
})

async function hub(policy: Policy): Promise<World> {
  const made = createWorld({ policy, attributes })
  await scenarios.productHub(made)
  return made
}

type Creation = Parameters<World['rollcall']['users']['createUser']>[1]
type Edit = Omit<Parameters<World['rollcall']['users']['editUser']>[1], 'userId' | 'version'>

const create = async (by: string, account: Creation) => world.rollcall.users.createUser(await world.as(by), account)
const edit = async (by: string, email: string, changes: Edit) => {
  const { id: userId, version } = await record(email)
  return world.rollcall.users.editUser(await world.as(by), { userId, version, ...changes })
}
const remove = async (by: string, email: string) => {
  const { id: userId, version } = await record(email)
  return world.rollcall.users.deleteUser(await world.as(by), { userId, version })
}
const record = async (email: string) => {
  const user = await world.storage.users.find(await world.idOf(email))
  if (!user) throw new Error(`${email} has gone.`)
  return user
}
const refusal = (work: Promise<unknown>): Promise<RefusedError> =>
  work.then(
    () => Promise.reject(new Error('It was not refused.')),
    (error: unknown) => (error instanceof RefusedError ? error : Promise.reject(error)),
  )
const codeOf = async (work: Promise<unknown>) => {
  const { code, details } = await refusal(work)
  return details.reason ?? code
}
const fieldsOf = async (work: Promise<unknown>) => (await refusal(work)).details.fields
const entriesOf = async (userId: string) => {
  const { items } = await world.rollcall.audit.listEntries(await world.as(AMARA), { userId })
  return items
}
const provider = (id: string, name: string) => ({ id, name, domains: [], startUrl: `/sso/${id}` })
/** Somebody of the help desk, who has registered. */
async function helpDesk() {
  const profile = { email: HELP, firstName: 'Noor', lastName: 'Haddad' }
  const userId = await world.create(AMARA, { ...profile, username: 'help', grants: [everywhere('help-desk')] })
  await world.rollcall.users.sendWelcome(await world.as(AMARA), { userId })
  await world.deliver()
  await world.register(profile)
  return HELP
}

describe('setting somebody up', () => {
  it('fills what is left out: protected, active, internal, English (UK), the role of a user [B8] [B10] [B15]', async () => {
    const made = await create(AMARA, lena)
    expect(made).toMatchObject({
      ...lena,
      protected: true,
      enabled: true,
      authentication: { kind: 'internal', provider: null },
      language: 'en-GB',
      timeZone: 'Etc/UTC',
      jobTitle: null,
      phone: null,
      status: 'not-confirmed',
      version: 1,
    })
    expect(made.grants).toEqual([{ ...everywhere('user'), source: 'direct', group: null }])
  })

  it('keeps every field that is given, several roles and instances among them [B4–B17]', async () => {
    const grants = [everywhere('user'), everywhere('administrator'), at('audits-apac'), at('training-main')]
    const account = {
      ...lena,
      displayName: 'Lena V.',
      jobTitle: 'Auditor',
      phone: '+49 30 1234567',
      language: 'de',
      timeZone: 'Europe/Berlin',
      externalId: 'hr-4711',
      organization: 'Northwind',
      enabled: false,
      protected: false,
    }
    const made = await create(AMARA, { ...account, grants })
    expect(made).toMatchObject({ ...account, status: 'deactivated' })
    expect(made.grants.map(({ role, scope }) => ({ role, scope }))).toEqual(grants)
    const [entry] = await entriesOf(made.id)
    expect(entry).toMatchObject({ action: 'users.createUser', target: { id: made.id } })
  })

  it('says everything that is wrong at once', async () => {
    const account = { email: lena.email, firstName: '', attributes: { site: 'Lyon', unknown: true } }
    expect(await fieldsOf(create(AMARA, account))).toEqual({
      firstName: 'required',
      lastName: 'required',
      username: 'required',
      'attributes.site': 'invalid',
      'attributes.unknown': 'unknown-key',
    })
    expect(await world.storage.users.findByKey(lena.email)).toBeNull()
  })

  it('takes a user name once, however it is written, and none that is somebody’s address [B12] [B57]', async () => {
    await create(AMARA, { ...lena, username: 'Zi-Ee' })
    const other = { ...lena, email: 'l.vogt@northwind.example' }
    for (const username of ['zi-ee', 'ZI-EE', 'Ｚi-Ee']) {
      expect(await fieldsOf(create(AMARA, { ...other, username }))).toEqual({ username: 'in-use' })
    }
    expect(await codeOf(create(AMARA, { ...other, username: OSCAR.toUpperCase() }))).toBe('username-in-use')
    expect(await codeOf(create(AMARA, { ...other, username: 'l.vogt', email: lena.email }))).toBe('email-in-use')
    await create(AMARA, { ...other, username: other.email })
  })

  it('takes a user name that is an address for whose address it is', async () => {
    const username = 'future@northwind.example'
    await create(AMARA, { ...lena, username })
    expect(await codeOf(create(AMARA, { ...lena, email: username, username: 'other' }))).toBe('email-in-use')
  })

  it('sets up people of a provider where there is one, which need not be named then [B9] [B86]', async () => {
    const external = { ...lena, authentication: { kind: 'external' as const } }
    expect(await fieldsOf(create(AMARA, external))).toEqual({ authentication: 'invalid' })
    const one = provider('northwind-sso', 'Northwind SSO')
    const two = provider('fabrikam-sso', 'Fabrikam SSO')
    world = await hub({ ...withHelpDesk, signIn: { ...directory.signIn, providers: [one] } })
    expect((await create(AMARA, external)).authentication).toEqual({ kind: 'external', provider: one.id })
    world = await hub({ ...withHelpDesk, signIn: { ...directory.signIn, providers: [one, two] } })
    expect(await fieldsOf(create(AMARA, external))).toEqual({ authentication: 'invalid' })
    const named = { kind: 'external', provider: two.id } as const
    expect((await create(AMARA, { ...lena, authentication: named })).authentication).toEqual(named)
  })

  it('leaves attributes that are not for the screen to files and the host [B22]', async () => {
    const hidden = { ...lena, attributes: { costCentre: '4711', badge: 12 } }
    const refused = await refusal(create(AMARA, hidden))
    expect(refused.details).toMatchObject({
      reason: 'disabled-by-policy',
      fields: { 'attributes.costCentre': 'invalid', 'attributes.badge': 'invalid' },
    })
    const made = await world.rollcall.users.createUser(world.rollcall.host('payroll'), hidden)
    expect(made.attributes).toEqual({ badge: 12 })
    expect((await record(lena.email)).attributes).toEqual({ costCentre: '4711', badge: 12 })
    const shown = await edit(AMARA, lena.email, { attributes: { site: 'Kraków' } })
    expect(shown.attributes).toEqual({ badge: 12, site: 'Kraków' })
    expect(await codeOf(edit(AMARA, lena.email, { attributes: { badge: null } }))).toBe('disabled-by-policy')
    expect((await edit(AMARA, lena.email, { attributes: { site: null } })).attributes).toEqual({ badge: 12 })
  })

  it('is for whoever may, with ids for the host alone, and nobody where people are invited only', async () => {
    expect(await codeOf(create(OSCAR, lena))).toBe('no-right')
    expect(await fieldsOf(create(AMARA, { ...lena, id: 'hr-4711' }))).toEqual({ id: 'unknown-key' })
    const host = world.rollcall.host('payroll')
    expect((await world.rollcall.users.createUser(host, { ...lena, id: 'hr-4711' })).id).toBe('hr-4711')
    const invited = createWorld({ policy: { ...withHelpDesk, onboarding: ['invitation'] } })
    await invited.createOwner({ email: AMARA, username: 'amara', firstName: 'Amara', lastName: 'Okafor' })
    expect(await codeOf(invited.create(AMARA, lena))).toBe('disabled-by-policy')
  })

  it('gives no roles that the caller may not give [B8]', async () => {
    await helpDesk()
    for (const role of ['administrator', 'hub-administrator', 'help-desk']) {
      expect(await codeOf(create(HELP, { ...lena, grants: [everywhere('user'), everywhere(role)] }))).toBe(
        'not-covered',
      )
    }
    for (const grants of [[everywhere('nobody')], [{ role: 'administrator', scope: 'audits-emea' }]]) {
      expect(await fieldsOf(create(AMARA, { ...lena, grants }))).toEqual({ grants: 'invalid' })
    }
    const made = await create(HELP, { ...lena, grants: [at('audits-emea'), at('audits-emea')] })
    expect(made.grants.map(({ role }) => role)).toEqual(['user', 'instance-user'])
  })

  it('happens once under one key, and only for the same account', async () => {
    const first = await create(AMARA, { ...lena, idempotencyKey: 'once' })
    expect((await create(AMARA, { ...lena, idempotencyKey: 'once' })).id).toBe(first.id)
    const other = { ...lena, lastName: 'Vogt-Okafor', idempotencyKey: 'once' }
    expect(await codeOf(create(AMARA, other))).toBe('idempotency-key-reused')
    expect(await codeOf(create(AMARA, { ...lena, idempotencyKey: 'twice' }))).toBe('email-in-use')
    expect((await entriesOf(first.id)).filter(({ action }) => action === 'users.createUser')).toHaveLength(1)
  })

  it('begins with an administrator who has a user name where people have them', async () => {
    const bare = createWorld({ policy: directory })
    const host = bare.rollcall.host('shell')
    const { createOwner } = bare.rollcall.users
    expect(await fieldsOf(createOwner(host, { email: AMARA }))).toEqual({ username: 'required' })
    expect(await fieldsOf(createOwner(host, { email: AMARA, username: 'a b' }))).toEqual({ username: 'contains-space' })
    const { userId } = await createOwner(host, { email: AMARA, username: 'amara' })
    expect(await bare.storage.users.find(userId)).toMatchObject({ username: 'amara', protected: true })
    expect(await codeOf(createOwner(host, { email: TOMASZ, username: 'AMARA' }))).toBe('username-in-use')
    const named = createWorld().rollcall
    expect(await fieldsOf(named.users.createOwner(named.host('shell'), { email: AMARA, username: 'amara' }))).toEqual({
      username: 'invalid',
    })
  })
})

describe('a field that is its owner’s alone', () => {
  beforeEach(async () => {
    world = await hub({ ...withHelpDesk, fields: { ...directory.fields, phone: ladder.fields.phone } })
  })

  it('is refused whoever sets somebody up or edits them, and left to the host', async () => {
    const refused = await refusal(create(AMARA, { ...lena, phone: '+49 30 1234567' }))
    expect(refused.details).toMatchObject({ reason: 'owner-only-field', fields: { phone: 'invalid' } })
    expect(await codeOf(edit(AMARA, OSCAR, { phone: '+49 30 1234567', lastName: 'Vogt' }))).toBe('owner-only-field')
    expect((await record(OSCAR)).lastName).toBe('de la Fuente y Montenegro')
    const host = world.rollcall.host('payroll')
    const made = await world.rollcall.users.createUser(host, { ...lena, phone: '+49 30 1234567' })
    expect(made.phone).toBe('+49 30 1234567')
  })
})

describe('editing an account', () => {
  it('changes fields, roles and instances in one step, with one version and one entry [B42] [B43]', async () => {
    const before = await record(OSCAR)
    const changes = { jobTitle: 'Auditor', language: 'de', protected: false, email: 'oscar@fabrikam.example' }
    const grants = [everywhere('user'), everywhere('administrator'), at('audits-apac')]
    const saved = await edit(AMARA, OSCAR, { ...changes, grants })
    expect(saved).toMatchObject({ ...changes, version: before.version + 1 })
    expect(saved.grants.map(({ role, scope }) => ({ role, scope }))).toEqual(grants)
    const edits = (await entriesOf(before.id)).filter(({ action }) => action === 'users.editUser')
    expect(edits).toHaveLength(1)
    expect(edits[0]?.changes).toMatchObject({
      jobTitle: [null, 'Auditor'],
      protected: [true, false],
      email: [OSCAR, changes.email],
    })
  })

  it('leaves what is not given as it was, roles included', async () => {
    const { grants, ...before } = await record(OSCAR)
    await edit(AMARA, OSCAR, { jobTitle: 'Auditor' })
    expect(await record(OSCAR)).toMatchObject({ ...before, jobTitle: 'Auditor', version: before.version + 1 })
    expect((await record(OSCAR)).grants).toEqual(grants)
  })

  it('does all of it or nothing, and nothing to whoever moved meanwhile', async () => {
    const before = await record(OSCAR)
    expect(await codeOf(edit(AMARA, OSCAR, { jobTitle: 'Auditor', email: MEILIN, grants: [] }))).toBe('email-in-use')
    expect(await record(OSCAR)).toEqual(before)
    await edit(TOMASZ, OSCAR, { jobTitle: 'Auditor' })
    const late = { userId: before.id, version: before.version, grants: [] }
    const refused = await refusal(world.rollcall.users.editUser(await world.as(AMARA), late))
    expect(refused).toMatchObject({ code: 'changed-meanwhile', details: { current: { jobTitle: 'Auditor' } } })
    expect((await record(OSCAR)).grants).toEqual(before.grants)
  })

  it('gives and takes no roles beyond the caller’s own to give', async () => {
    await helpDesk()
    const administers = [...(await record(OSCAR)).grants, everywhere('administrator')]
    expect(await codeOf(edit(HELP, OSCAR, { grants: administers.map(({ role, scope }) => ({ role, scope })) }))).toBe(
      'not-covered',
    )
    expect(await codeOf(edit(HELP, TOMASZ, { jobTitle: 'Auditor' }))).toBe('not-covered')
    await edit(HELP, OSCAR, { grants: [everywhere('user'), at('audits-apac')] })
    expect((await record(OSCAR)).grants.map(({ scope }) => scope)).toEqual([null, 'audits-apac'])
  })

  it('ends what was opened through one provider when somebody moves to another [B86]', async () => {
    const providers = [provider('northwind-sso', 'Northwind SSO'), provider('fabrikam-sso', 'Fabrikam SSO')]
    world = await hub({ ...withHelpDesk, signIn: { ...directory.signIn, providers } })
    const to = (id: string) => edit(AMARA, OSCAR, { authentication: { kind: 'external', provider: id } })
    await to('northwind-sso')
    const token = await world.signIn(OSCAR)
    const isIn = async () => (await world.rollcall.sessions.authenticate(token, CLIENT)) !== null
    await to('northwind-sso')
    expect(await isIn()).toBe(true)
    await to('fabrikam-sso')
    expect(await isIn()).toBe(false)
  })

  it('leaves whoever loses every role the one that everybody has [B53]', async () => {
    await edit(AMARA, OSCAR, { grants: [] })
    expect((await record(OSCAR)).grants).toEqual([{ ...everywhere('user'), source: 'direct' }])
  })

  it('never changes a user name, and gives one to whoever has none [B51]', async () => {
    expect(await fieldsOf(edit(AMARA, OSCAR, { username: 'oscar.f' }))).toEqual({ username: 'fixed' })
    expect(await fieldsOf(edit(AMARA, OSCAR, { username: null }))).toEqual({ username: 'fixed' })
    expect((await edit(AMARA, OSCAR, { username: 'OSCAR', jobTitle: 'Auditor' })).username).toBe('oscar')
    const bare = await record(MEILIN)
    const keys = { email: MEILIN, username: null, domain: 'fabrikam.example', name: 'mei-lin zhao', search: '' }
    await world.storage.users.update(bare.id, bare.version, { fields: { username: null }, keys })
    expect(await codeOf(edit(AMARA, MEILIN, { username: 'oscar' }))).toBe('username-in-use')
    expect((await edit(AMARA, MEILIN, { username: 'meilin' })).username).toBe('meilin')
  })

  it('leaves an organization that follows from the address alone, be it written or emptied', async () => {
    world = await hub({ ...withHelpDesk, organization: { from: 'email-domain', publicDomains: [] } })
    for (const organization of ['contoso.example', null]) {
      expect(await fieldsOf(edit(AMARA, OSCAR, { organization }))).toEqual({ organization: 'fixed' })
    }
    await edit(AMARA, OSCAR, { organization: 'fabrikam.example', jobTitle: 'Auditor' })
  })

  it('asks for the right to switch somebody off or on where that is among the changes [B11]', async () => {
    await helpDesk()
    expect(await codeOf(edit(HELP, OSCAR, { enabled: false, jobTitle: 'Auditor' }))).toBe('no-right')
    expect(await record(OSCAR)).toMatchObject({ enabled: true, jobTitle: null })
    expect((await edit(HELP, OSCAR, { enabled: true, jobTitle: 'Auditor' })).jobTitle).toBe('Auditor')
    const session = await world.as(OSCAR)
    expect((await edit(AMARA, OSCAR, { enabled: false })).status).toBe('deactivated')
    expect(await world.storage.sessions.list(session.real.user.id, world.clock.now())).toEqual([])
    expect(await codeOf(edit(HELP, OSCAR, { enabled: true }))).toBe('no-right')
    expect(await codeOf(edit(AMARA, AMARA, { enabled: false }))).toBe('self')
    expect((await edit(AMARA, OSCAR, { enabled: true })).status).toBe('confirmed')
  })

  it('keeps the last administrator, by roles and by being active', async () => {
    await edit(TOMASZ, AMARA, { grants: [everywhere('user')] })
    expect(await codeOf(edit(TOMASZ, TOMASZ, { grants: [everywhere('user')] }))).toBe('last-administrator')
    const host = world.rollcall.host('shell')
    const { id: userId, version } = await record(TOMASZ)
    expect(await codeOf(world.rollcall.users.editUser(host, { userId, version, enabled: false }))).toBe(
      'last-administrator',
    )
    expect(await record(TOMASZ)).toMatchObject({ enabled: true, version })
  })

  it('reaches administrators, whoever of them asks [B46]', async () => {
    for (const [by, email] of [
      [TOMASZ, AMARA],
      [AMARA, TOMASZ],
    ] as const) {
      expect((await edit(by, email, { jobTitle: 'Auditor' })).jobTitle).toBe('Auditor')
      expect((await edit(by, email, { enabled: false })).status).toBe('deactivated')
      const { actions } = await edit(by, email, { enabled: true, protected: false })
      // Nobody has API tokens here.
      const refused = Object.entries(actions).filter(([, verdict]) => verdict !== true)
      expect(refused.map(([action]) => action).sort()).toEqual(['revokeToken', 'viewTokens'])
    }
  })
})

describe('another address, by an administrator', () => {
  const MOVED = 'oscar@contoso.example'

  it('is told to the old one and the new one, and signs nobody out [B14]', async () => {
    await edit(AMARA, OSCAR, { email: MOVED })
    await world.deliver()
    const told = world.mails.sent.filter(({ mail }) => mail.template === 'email-changed')
    expect(told.map(({ envelope }) => envelope.to.address).sort()).toEqual([OSCAR, MOVED].sort())
    expect(told[0]?.mail.data).toMatchObject({ from: OSCAR, to: MOVED })
    await edit(AMARA, MOVED, { email: MOVED, jobTitle: 'Auditor' })
    await world.deliver()
    expect(world.mails.sent.filter(({ mail }) => mail.template === 'email-changed')).toHaveLength(2)
  })

  it('voids the links that went to the old one', async () => {
    const { passwords: resets, users } = world.rollcall
    await resets.sendResetLink(await world.as(AMARA), { userId: await world.idOf(OSCAR) })
    const userId = await world.create(AMARA, { ...lena, protected: false })
    await users.sendWelcome(await world.as(AMARA), { userId })
    await world.deliver()
    const [reset, welcome] = [OSCAR, lena.email].map((email) => world.mails.linkTo(email).replace(/^.*#token=/, ''))
    await edit(AMARA, OSCAR, { email: MOVED })
    await edit(AMARA, lena.email, { email: 'lena@contoso.example' })
    const visitor = world.rollcall.anonymous(CLIENT)
    const password = 'marble Thunder kite 77'
    expect(await codeOf(resets.completeReset(visitor, { token: reset ?? '', password }))).toBe('token-invalid')
    const register = { token: welcome ?? '', password, firstName: 'Lena', lastName: 'Vogt' }
    expect(await codeOf(world.rollcall.invitations.registerUser(visitor, register))).toBe('token-invalid')
  })

  it('is refused where the policy leaves the address alone', async () => {
    world = await hub({ ...withHelpDesk, emailEditable: false })
    expect(await codeOf(edit(AMARA, OSCAR, { email: MOVED }))).toBe('disabled-by-policy')
    expect((await edit(AMARA, OSCAR, { email: OSCAR, jobTitle: 'Auditor' })).jobTitle).toBe('Auditor')
  })
})

describe('protection', () => {
  it('stops every deletion, of one and of many, until it is cleared [B10] [B54]', async () => {
    const inBulk = async () => {
      const { id, version } = await record(OSCAR)
      const input = { change: { kind: 'delete' as const }, users: [{ id, version }], dryRun: false }
      const { results } = await world.rollcall.users.changeManyUsers(await world.as(AMARA), input)
      return results[0]?.verdict
    }
    expect(await codeOf(remove(AMARA, OSCAR))).toBe('protected')
    expect(await inBulk()).toEqual({ code: 'not-allowed', reason: 'protected' })
    expect((await edit(AMARA, OSCAR, { protected: false })).actions.delete).toBe(true)
    expect(await inBulk()).toBe(true)
    expect(await world.storage.users.findByKey(OSCAR)).toBeNull()
    await edit(AMARA, MEILIN, { protected: false })
    await edit(AMARA, MEILIN, { protected: true })
    expect(await codeOf(remove(AMARA, MEILIN))).toBe('protected')
  })

  it('cleared or not, nobody deletes themselves, administrators included [B47]', async () => {
    await edit(AMARA, AMARA, { protected: false })
    expect(await codeOf(remove(AMARA, AMARA))).toBe('self')
    for (const email of [AMARA, TOMASZ, OSCAR]) {
      expect(await codeOf(world.rollcall.users.deleteMe(await world.as(email), {}))).toBe('disabled-by-policy')
    }
  })
})
