import { cheapHasher, createWorld, scenarios, type World } from '@rollcall/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { createRollcall } from '../create-rollcall.ts'
import { csvLine } from '../kernel/csv.rules.ts'
import { RefusedError } from '../kernel/refusals.ts'
import { directory } from '../presets/directory.ts'
import type { Policy } from '../system/policy.rules.ts'
import { defineAttributes } from '../users/attribute.rules.ts'

const AMARA = 'amara.okafor@northwind.example'
const TOMASZ = 'tomasz.wojcik@northwind.example'
const OSCAR = 'oscar.delafuente@fabrikam.example'
const LENA = 'lena.vogt@northwind.example'
const HELP = 'help.desk@northwind.example'

const NEW = ['Username', 'Email', 'FirstName', 'LastName']
const lena = ['lena', LENA, 'Lena', 'Vogt']

const attributes = defineAttributes({
  costCentre: { label: 'Cost centre', type: 'text', screen: 'hidden' },
  badge: { label: 'Badge', type: 'number', screen: 'read-only' },
})

/** The directory with a help desk that imports and edits people of its own organization, but gives no roles that administer. */
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
        description: 'Looks after the people of one organization.',
        rank: 1,
        rights: ['users.read', 'users.import', 'users.edit', 'access.assign'],
        visibility: 'organization',
        mayGrant: ['user', 'instance-user'],
      },
    ],
  },
}

let world: World
beforeEach(async () => {
  world = createWorld({ policy: withHelpDesk, attributes })
  await scenarios.productHub(world)
})

async function* fileOf(text: string | Uint8Array) {
  yield typeof text === 'string' ? new TextEncoder().encode(text) : text
}
const lines = (...rows: string[][]) => rows.map(csvLine).join('')
async function textOf(file: Promise<AsyncIterable<string>>) {
  let text = ''
  for await (const piece of await file) text += piece
  return text
}

const imports = () => world.rollcall.imports
const preview = async (by: string, ...rows: string[][]) =>
  imports().previewImport(await world.as(by), { file: fileOf(lines(...rows)) })
const rowsOf = async (by: string, importId: string) =>
  (await imports().listRows(await world.as(by), { importId, limit: 200 })).rows
const apply = async (by: string, importId: string) => imports().applyImport(await world.as(by), { importId })
/** Header → code, or the reason, of every problem of the only row. */
const problemsOf = async (by: string, ...rows: string[][]) => {
  const found = (await rowsOf(by, (await preview(by, ...rows)).id)).at(-1)?.problems ?? []
  return found.map(({ column, code, reason }) => [column, reason ?? code])
}
/** Previews and applies; the rows with what became of them. */
async function run(by: string, ...rows: string[][]) {
  const { id } = await preview(by, ...rows)
  await apply(by, id)
  return rowsOf(by, id)
}
const record = async (key: string) => {
  const user = await world.storage.users.findByKey(key)
  if (!user) throw new Error(`${key} has gone.`)
  return user
}
const refusal = (work: Promise<unknown>): Promise<RefusedError> =>
  work.then(
    () => Promise.reject(new Error('It was not refused.')),
    (error: unknown) => (error instanceof RefusedError ? error : Promise.reject(error)),
  )
/** Somebody of the help desk of Fabrikam, who has registered; Oscar is of Fabrikam too. */
async function helpDesk() {
  const userId = await world.create(AMARA, {
    email: HELP,
    username: 'help',
    firstName: 'Noor',
    lastName: 'Haddad',
    organization: 'Fabrikam',
    grants: [{ role: 'help-desk', scope: null }],
  })
  await world.rollcall.users.sendWelcome(await world.as(AMARA), { userId })
  await world.deliver()
  await world.register({ email: HELP, firstName: 'Noor', lastName: 'Haddad' })
  const { id, version } = await record('oscar')
  const belongs = { userId: id, version, organization: 'Fabrikam' }
  await world.rollcall.users.editUser(await world.as(AMARA), belongs)
}

describe('a file of everybody', () => {
  it('comes back as it went: every row unchanged [B3]', async () => {
    const tricky = { firstName: '=1+1', lastName: '\'tis, "quoted"', jobTitle: '@home', externalId: '-7' }
    await world.create(AMARA, { ...tricky, email: LENA, username: '+lena', phone: '+49 30 1234567' })
    const { id: userId, version } = await record('oscar')
    const own = { userId, version, attributes: { costCentre: " ' edge", badge: -1.5 }, organization: 'Fabrikam' }
    await world.rollcall.users.editUser(world.rollcall.host('payroll'), own)
    const before = await textOf(world.rollcall.users.exportUsers(await world.as(AMARA), {}))
    const info = await imports().previewImport(await world.as(AMARA), { file: fileOf(before), name: 'people.csv' })
    expect(info).toMatchObject({ name: 'people.csv', counts: { create: 0, update: 0, unchanged: 15, refused: 0 } })
    expect(info.state).toBe('finished')
    expect((await apply(AMARA, info.id)).done).toEqual({ rows: 0, created: 0, updated: 0, refused: 0 })
    expect(await textOf(world.rollcall.users.exportUsers(await world.as(AMARA), {}))).toBe(before)
  })

  it('sets up the same people somewhere else', async () => {
    const text = await textOf(world.rollcall.users.exportUsers(await world.as(AMARA), { enabled: true }))
    const provider = { id: 'northwind-sso', name: 'Northwind', domains: [], startUrl: '/sso' }
    const policy = { ...withHelpDesk, signIn: { ...directory.signIn, providers: [provider] } }
    const other = createWorld({ policy, attributes })
    for (const [id, type] of [
      ['audits-emea', 'instance'],
      ['audits-apac', 'instance'],
      ['policies-group', 'instance'],
      ['training-main', 'instance'],
      ['training-sandbox', 'instance'],
    ] as const) {
      await other.rollcall.resources.put({ id, type, name: id })
    }
    const host = other.rollcall.host('move')
    const { id } = await other.rollcall.imports.previewImport(host, { file: fileOf(text) })
    const applied = await other.rollcall.imports.applyImport(host, { importId: id })
    expect(applied).toMatchObject({ state: 'finished', done: { rows: 13, created: 13, updated: 0, refused: 0 } })
    expect(await textOf(other.rollcall.users.exportUsers(host, {}))).toBe(text)
  })
})

describe('a preview', () => {
  it('changes nobody and shows what each row would do [B3]', async () => {
    const { id, ...info } = await preview(
      AMARA,
      [...NEW, 'JobTitle'],
      [...lena, 'Auditor'],
      ['oscar', OSCAR, 'Óscar', 'de la Fuente', ''],
    )
    expect(info).toMatchObject({ state: 'previewed', counts: { create: 1, update: 1, unchanged: 0, refused: 0 } })
    const [first, second] = await rowsOf(AMARA, id)
    expect(first).toMatchObject({ line: 2, verdict: 'create', userId: null, name: 'Lena Vogt', outcome: null })
    expect(first?.changes).toMatchObject({ username: [null, 'lena'], jobTitle: [null, 'Auditor'] })
    expect(second).toMatchObject({ line: 3, verdict: 'update', username: 'oscar', email: OSCAR })
    expect(second?.changes).toEqual({ lastName: ['de la Fuente y Montenegro', 'de la Fuente'] })
    expect(await world.storage.users.findByKey('lena')).toBeNull()
    expect((await record('oscar')).lastName).toBe('de la Fuente y Montenegro')
    const { items } = await world.rollcall.audit.listEntries(await world.as(AMARA), {})
    expect(items.find(({ action }) => action === 'imports.previewImport')?.changes).toMatchObject({ create: [null, 1] })
  })

  it.each<[string, string | Uint8Array, object]>([
    ['is not UTF-8 [B61]', new Uint8Array([0x41, 0xff, 0x42]), { problem: 'not-utf-8', line: 1 }],
    ['has semicolons [B63]', 'Username;Email\r\n', { problem: 'not-commas', line: 1 }],
    ['has a header that is not known [B62]', 'Username,email\r\n', { problem: 'unknown-column', header: 'email' }],
    ['has no user names', 'Email\r\nx@y.example\r\n', { problem: 'missing-header', header: 'Username' }],
    ['has a header twice', 'Username,Username\r\n', { problem: 'doubled-header', column: 2 }],
    ['is empty', '', { problem: 'nothing-inside' }],
    ['has a header alone', 'Username\r\n', { problem: 'nothing-inside' }],
    ['breaks off in quotes', 'Username,Email\r\nx,"y', { problem: 'unclosed-quote', line: 2 }],
  ])('is refused, and forgotten, where the file %s', async (_, file, fault) => {
    const refused = await refusal(imports().previewImport(await world.as(AMARA), { file: fileOf(file) }))
    expect(refused).toMatchObject({ code: 'unsupported-file', details: { file: fault } })
  })

  it('is for whoever may import, and seen by its importer and the host alone', async () => {
    expect((await refusal(preview(OSCAR, NEW, lena))).details.reason).toBe('no-right')
    const { id } = await preview(AMARA, NEW, lena)
    for (const by of [TOMASZ, AMARA]) {
      const seen = imports().getImport(await world.as(by), { importId: id })
      if (by === AMARA) expect((await seen).id).toBe(id)
      else expect((await refusal(seen)).code).toBe('not-found')
    }
    expect((await refusal(apply(TOMASZ, id))).code).toBe('not-found')
    expect((await imports().getImport(world.rollcall.host('shell'), { importId: id })).id).toBe(id)
  })

  it('is switched off where the host brought nothing that reads files, for those who might import; others learn less', async () => {
    const hasher = cheapHasher()
    const { policy, storage, clock, mails: mailer } = world
    const bare = { hasher, secrets: [new Uint8Array(32)], baseUrl: 'https://apps.northwind.example' }
    const rollcall = createRollcall({ ...bare, policy, storage, clock, mailer })
    const of = async (by: string) => {
      return refusal(rollcall.imports.previewImport(await world.as(by), { file: fileOf(lines(NEW, lena)) }))
    }
    expect(await of(AMARA)).toMatchObject({ code: 'not-allowed', details: { reason: 'disabled-by-policy' } })
    expect(await of(OSCAR)).toMatchObject({ code: 'not-allowed', details: { reason: 'no-right' } })
  })

  it('is kept for a day', async () => {
    const { id, createdAt, expiresAt } = await preview(AMARA, NEW, lena)
    expect(Date.parse(expiresAt) - Date.parse(createdAt)).toBe(24 * 3_600_000)
    world.clock.set(Date.parse(expiresAt))
    expect((await refusal(apply(AMARA, id))).code).toBe('not-found')
  })

  it('hands its rows out a page at a time, all or of one verdict', async () => {
    const people = Array.from({ length: 1_100 }, (_, index) => [`p${index}`, `p${index}@x.example`, 'P', `${index}`])
    const rows = people.map((row, index) => (index % 400 === 0 ? ['a b', ...row.slice(1)] : row))
    const { id: importId, counts } = await preview(AMARA, NEW, ...rows)
    expect(counts).toEqual({ create: 1_097, update: 0, unchanged: 0, refused: 3 })
    const seen: number[] = []
    for (let after: number | null = 0; after !== null; ) {
      const page: Awaited<ReturnType<World['rollcall']['imports']['listRows']>> = await imports().listRows(
        await world.as(AMARA),
        { importId, after, limit: 180 },
      )
      seen.push(...page.rows.map(({ line }) => line))
      after = page.nextAfter
    }
    expect(seen).toEqual(Array.from({ length: 1_100 }, (_, index) => index + 2))
    const input = { importId, verdict: 'refused' as const, limit: 2 }
    const first = await imports().listRows(await world.as(AMARA), input)
    expect(first).toMatchObject({ rows: [{ line: 2 }, { line: 402 }], nextAfter: 402 })
    const last = await imports().listRows(await world.as(AMARA), { ...input, after: 402 })
    expect(last).toMatchObject({ rows: [{ line: 802 }], nextAfter: null })
  })
})

describe('a row is refused', () => {
  it.each<[string, string[], string[], [string | null, string][]]>([
    ['a cell is wrong', [...NEW, 'Active'], [...lena, 'yes'], [['Active', 'invalid']]],
    ['a user name has spaces [B12]', NEW, ['le na', LENA, 'Lena', 'Vogt'], [['Username', 'contains-space']]],
    [
      'several are, all at once',
      [...NEW, 'TimeZone', 'AssignedRole', 'ProductInstances'],
      ['', 'lena', '', 'Vogt', 'Mars', 'chef', 'nowhere'],
      [
        ['Email', 'invalid'],
        ['TimeZone', 'not-a-time-zone'],
        ['AssignedRole', 'invalid'],
        ['ProductInstances', 'invalid'],
        ['FirstName', 'required'],
        ['Username', 'required'],
      ],
    ],
    [
      'it is too short',
      NEW,
      ['lena', LENA, 'Lena'],
      [
        [null, 'too-short'],
        ['LastName', 'required'],
      ],
    ],
    ['it is too long', NEW, [...lena, ''], [[null, 'too-long']]],
    ['a column that somebody new needs is not there', NEW.slice(0, 3), lena.slice(0, 3), [['LastName', 'required']]],
    ['the address is somebody’s', NEW, ['lena', OSCAR.toUpperCase(), 'L', 'V'], [['Email', 'email-in-use']]],
    ['the user name is somebody’s address', NEW, [OSCAR, LENA, 'L', 'V'], [['Username', 'username-in-use']]],
    ['it names no one by their user name', NEW, ['', OSCAR, 'L', 'V'], [['Username', 'required']]],
    [
      'nobody has that provider',
      [...NEW, 'AuthenticationType'],
      [...lena, 'external'],
      [['AuthenticationType', 'invalid']],
    ],
  ])('where %s', async (_, header, row, problems) => {
    expect(await problemsOf(AMARA, header, row)).toEqual(problems)
  })

  it('where an earlier one has its user name or address, in any spelling', async () => {
    const rows = [
      ['LENA', 'l@x.example', 'L', 'V'],
      ['other', LENA.toUpperCase(), 'L', 'V'],
      [LENA, 'm@x.example', 'L', 'V'],
    ]
    const { id, counts } = await preview(AMARA, NEW, lena, ...rows)
    expect(counts).toMatchObject({ create: 1, refused: 3 })
    const found = (await rowsOf(AMARA, id)).flatMap(({ problems }) => problems)
    expect(found.map(({ column, code, line }) => [column, code, line])).toEqual([
      ['Username', 'in-use', 2],
      ['Email', 'in-use', 2],
      ['Username', 'in-use', 2],
    ])
  })

  it('by the rights the screen asks for: to create, to edit, to give roles, to switch off', async () => {
    await helpDesk()
    expect(await problemsOf(HELP, NEW, lena)).toEqual([[null, 'no-right']])
    expect(await problemsOf(HELP, ['Username', 'AssignedRole'], ['oscar', 'administrator'])).toEqual([
      [null, 'not-covered'],
    ])
    expect(await problemsOf(HELP, ['Username', 'Active'], ['oscar', 'false'])).toEqual([[null, 'no-right']])
    const { id: userId, version } = await record('tomasz.wojcik')
    const joins = { userId, version, organization: 'Fabrikam' }
    await world.rollcall.users.editUser(await world.as(AMARA), joins)
    const administrator = [
      ['Username', 'JobTitle'],
      ['tomasz.wojcik', 'Chef'],
    ]
    expect(await problemsOf(HELP, ...administrator)).toEqual([[null, 'not-covered']])
    const [row] = await run(HELP, ['Username', 'ProductInstances'], ['oscar', 'audits-apac'])
    expect(row?.outcome).toEqual({ kind: 'updated', code: null, reason: null })
  })

  it('as taken, with nobody shown, where it hits somebody beyond the caller’s sight', async () => {
    await helpDesk()
    const { id } = await preview(HELP, ['Username', 'Email', 'JobTitle'], ['rana', '', 'Chef'], ['oscar', TOMASZ, ''])
    const [rana, oscar] = await rowsOf(HELP, id)
    expect(rana).toMatchObject({ verdict: 'refused', userId: null, name: 'rana', email: null })
    expect(rana?.problems).toMatchObject([{ column: 'Username', code: 'username-in-use' }])
    expect(oscar?.problems).toMatchObject([{ column: 'Email', code: 'email-in-use' }])
  })

  it('where it would take the last administrator, counted over the whole file', async () => {
    const both = [
      ['Username', 'Active'],
      ['tomasz.wojcik', 'false'],
      ['amara.okafor', 'false'],
    ]
    const host = world.rollcall.host('shell')
    const { id: importId } = await imports().previewImport(host, { file: fileOf(lines(...both)) })
    const { rows } = await imports().listRows(host, { importId })
    expect(rows.map(({ verdict }) => verdict)).toEqual(['update', 'refused'])
    expect(rows[1]?.problems).toMatchObject([{ column: null, code: 'not-allowed', reason: 'last-administrator' }])
  })
})
