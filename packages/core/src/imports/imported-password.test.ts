import { createMemoryStorage } from '@rollcall/storage-memory'
import { cheapHasher, createWorld, PASSWORD, scenarios, type World } from '@rollcall/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { csvLine } from '../kernel/csv.rules.ts'
import type { RollcallEvent } from '../ports/event-sink.ts'
import type { Storage } from '../ports/storage.ts'
import { directory } from '../presets/directory.ts'
import type { Policy } from '../system/policy.rules.ts'

const AMARA = 'amara.okafor@northwind.example'
const LENA = 'lena.vogt@northwind.example'
const DAY = 24 * 3_600_000

const NEW = ['Username', 'Email', 'FirstName', 'LastName']
const HASHED = [...NEW, 'PasswordHash']
const lena = ['lena', LENA, 'Lena', 'Vogt']
const sso = { id: 'northwind-sso', name: 'Northwind', domains: [], startUrl: '/sso' }
const policy: Policy = { ...directory, signIn: { ...directory.signIn, providers: [sso] } }
/** As typed; its NFKC form is another text. */
const OLD = 'seven green boats\u00b3'
const hash = await cheapHasher().hash(OLD)
const columns = { PasswordHash: 'PasswordHash' } as const

let world: World
let emitted: RollcallEvent[]
beforeEach(() => hubOver((storage) => storage))

/** The product hub, on a storage that does something more. */
async function hubOver(wrap: (storage: Storage) => Storage) {
  emitted = []
  const events = { emit: async (event: RollcallEvent) => void emitted.push(event) }
  world = createWorld({ policy, events, storage: wrap(createMemoryStorage()) })
  await scenarios.productHub(world)
  emitted.length = 0
}

async function* fileOf(rows: readonly (readonly string[])[]) {
  yield new TextEncoder().encode(rows.map(csvLine).join(''))
}
async function textOf(file: Promise<AsyncIterable<string>>) {
  let text = ''
  for await (const piece of await file) text += piece
  return text
}
const imports = () => world.rollcall.imports
const host = () => world.rollcall.host('move')
const visitor = () => world.rollcall.anonymous({ address: null, agent: null })
const preview = async (...rows: string[][]) =>
  (await imports().previewImport(host(), { file: fileOf(rows), columns })).id
const rowsOf = async (importId: string) => (await imports().listRows(host(), { importId })).rows
/** Previews and applies; what became of each row, or what was wrong with it. */
async function run(...rows: string[][]) {
  const importId = await preview(...rows)
  await imports().applyImport(host(), { importId })
  return (await rowsOf(importId)).map(({ outcome, problems }) => {
    return outcome?.kind ?? problems.map(({ column, position, code, reason }) => [column, position, reason ?? code])
  })
}
const record = async (key: string) => {
  const user = await world.storage.users.findByKey(key)
  if (!user) throw new Error(`${key} has gone.`)
  return user
}
const credentialOf = async (key: string) => world.storage.credentials.find((await record(key)).id)
const signIn = async (identifier: string, password: string) =>
  (await world.rollcall.signIn.signIn(visitor(), { identifier, password })).answer.session
/** Lena was set up, mailed a link, and never came. */
async function invited() {
  const userId = await world.create(AMARA, { username: 'lena', email: LENA, firstName: 'Lena', lastName: 'Vogt' })
  await world.rollcall.users.sendWelcome(await world.as(AMARA), { userId })
  await world.deliver()
  emitted.length = 0
  return userId
}

describe('the hash of a password', () => {
  it('lets somebody new sign in with the password they had elsewhere', async () => {
    expect(await run(HASHED, [...lena, hash])).toEqual(['created'])
    const { id, registeredAt } = await record('lena')
    expect(registeredAt).toBe(world.clock.now())
    expect(await signIn('lena', OLD)).toBe('full')
    await expect(signIn('lena', PASSWORD)).rejects.toMatchObject({ code: 'wrong-credentials' })
    await world.deliver()
    expect(emitted.map(({ type }) => type).sort()).toEqual(['user.created', 'user.registered'])
    expect(emitted.map(({ userId }) => userId)).toEqual([id, id])
  })

  it('is as old as its import', async () => {
    world = createWorld({ policy: { ...policy, password: { ...policy.password, maxAgeDays: 90 } } })
    await run(HASHED, [...lena, hash])
    const changedAt = world.clock.now()
    expect(await credentialOf('lena')).toMatchObject({ changedAt, setBy: null })
    world.clock.set(changedAt + 90 * DAY)
    expect(await signIn('lena', OLD)).toBe('password-change-required')
  })

  it('is the first password of somebody who was invited, and voids the link', async () => {
    const userId = await invited()
    const token = new URL(world.mails.linkTo(LENA)).hash.replace('#token=', '')
    expect(await run(['Username', 'PasswordHash'], ['lena', hash])).toEqual(['updated'])
    expect(await signIn('lena', OLD)).toBe('full')
    expect(await record('lena')).toMatchObject({ id: userId, version: 2, registeredAt: world.clock.now() })
    const opened = world.rollcall.invitations.previewInvitation(visitor(), { token })
    await expect(opened).rejects.toMatchObject({ code: 'token-invalid' })
    expect(await world.storage.tokens.findByUser('invitation', userId)).toBeNull()
    await world.deliver()
    expect(emitted.map(({ type }) => type)).toEqual(['user.registered'])
  })

  it('leaves the welcome to its mode, and no password to be chosen', async () => {
    const boss = ['boss', 'boss@x.example', 'B', 'O']
    await run([...HASHED, 'AssignedRole'], [...boss, hash, 'administrator'], [...lena, hash, 'user'])
    await world.deliver()
    const mailed = world.mails.sent.filter(({ envelope }) => [LENA, 'boss@x.example'].includes(envelope.to.address))
    expect(mailed).toMatchObject([{ envelope: { to: { address: 'boss@x.example' } }, mail: { template: 'welcome' } }])
    expect(mailed[0]?.mail).not.toHaveProperty('credential')
  })

  it.each<[string, string[], string[], unknown[]]>([
    ['no hash', HASHED, [...lena, OLD], ['PasswordHash', 5, 'invalid']],
    ['too long', HASHED, [...lena, 'x'.repeat(513)], ['PasswordHash', 5, 'too-long']],
    ['of somebody who has one', ['Username', 'PasswordHash'], ['oscar', hash], ['PasswordHash', 2, 'fixed']],
    [
      'of somebody who signs in elsewhere',
      [...HASHED, 'AuthenticationType'],
      [...lena, hash, 'external'],
      ['PasswordHash', 5, 'single-sign-on'],
    ],
  ])('is refused, with its row, where it is %s', async (_, header, row, problem) => {
    const oscars = await credentialOf('oscar')
    expect(await run(header, row)).toEqual([[problem]])
    expect(await world.storage.users.findByKey('lena')).toBeNull()
    expect(await credentialOf('oscar')).toEqual(oscars)
  })

  it('registers nobody without what registration asks for', async () => {
    const fields = { ...policy.fields, phone: { ...policy.fields.phone, requiredAtRegistration: true } }
    world = createWorld({ policy: { ...policy, fields } })
    expect(await run(HASHED, [...lena, hash])).toEqual([[['MobileNumber', null, 'required']]])
    expect(await run([...HASHED, 'MobileNumber'], [...lena, hash, '+49 30 1234567'])).toEqual(['created'])
  })

  it('replaces no password that somebody chose after the preview', async () => {
    await invited()
    const importId = await preview(['Username', 'PasswordHash'], ['lena', hash])
    await world.register({ email: LENA, username: 'lena', firstName: 'Lena', lastName: 'Vogt' })
    await imports().applyImport(host(), { importId })
    expect((await rowsOf(importId)).map(({ outcome }) => outcome?.code)).toEqual(['import-stale'])
    expect(await signIn('lena', PASSWORD)).toBe('full')
  })

  it('registers nobody where the cell is blank', async () => {
    await invited()
    expect(await run(HASHED, [...lena, ''], ['mine', 'mine@x.example', 'M', 'I', ' '])).toEqual([[], 'created'])
    for (const key of ['lena', 'mine']) expect((await record(key)).registeredAt).toBeNull()
  })

  it('stands nowhere in the open but in the file of refused rows', async () => {
    const stored: unknown[] = []
    await hubOver((storage) => ({
      ...storage,
      imports: {
        ...storage.imports,
        addChunk: async (chunk) => {
          stored.push(chunk)
          await storage.imports.addChunk(chunk)
        },
      },
    }))
    await invited()
    const broken = 'x'.repeat(40)
    const mia = ['mia', 'mia@x.example', 'Mia', 'Berg']
    const importId = await preview(HASHED, [...lena, hash], [...mia, hash], ['b', 'b@x.example', 'B', 'B', broken])
    const before = await rowsOf(importId)
    expect(before.map(({ verdict, changes }) => [verdict, changes.PasswordHash])).toEqual([
      ['update', [null, '***']],
      ['create', [null, '***']],
      ['refused', undefined],
    ])
    await imports().applyImport(host(), { importId })
    await world.deliver()
    const { items } = await world.rollcall.audit.listEntries(host(), {})
    for (const name of ['Lena Vogt', 'Mia Berg']) {
      const entry = items.find(({ action, target }) => action === 'imports.applyImport' && target?.name === name)
      expect(entry?.changes.registeredAt).toEqual([null, new Date(world.clock.now()).toISOString()])
    }
    const exported = await textOf(world.rollcall.users.exportUsers(host(), {}))
    const rejected = await textOf(imports().downloadRejected(host(), { importId }))
    const all = JSON.stringify([before, await rowsOf(importId), items, emitted, world.mails.sent, stored, exported])
    for (const secret of [hash, broken]) expect(all).not.toContain(secret)
    expect(exported).not.toContain('PasswordHash')
    expect(rejected).toContain(`b,b@x.example,B,B,${broken},PasswordHash: invalid`)
    expect(rejected).not.toContain(hash)
  })

  it('is nobody’s to bring but the host’s', async () => {
    const amara = await world.as(AMARA)
    for (const [header, mapping] of [
      [HASHED, {}],
      [HASHED, columns],
      [[...NEW, 'Pwd'], { Pwd: 'PasswordHash' }],
    ] as const) {
      const asked = imports().previewImport(amara, { file: fileOf([header, [...lena, hash]]), columns: mapping })
      await expect(asked).rejects.toMatchObject({ details: { file: { problem: 'reserved-column', column: 5 } } })
    }
  })

  it('is refused once more when it is applied, to whoever is not the host', async () => {
    let owner: string | null = null
    await hubOver((storage) => ({
      ...storage,
      imports: {
        ...storage.imports,
        find: async (id, now) => {
          const found = await storage.imports.find(id, now)
          return found && { ...found, ownerId: owner }
        },
      },
    }))
    const importId = await preview(HASHED, [...lena, hash])
    owner = await world.idOf(AMARA)
    const { done } = await imports().applyImport(await world.as(AMARA), { importId })
    expect(done).toEqual({ rows: 1, created: 0, updated: 0, refused: 1 })
    expect(await rowsOf(importId)).toMatchObject([{ outcome: { code: 'not-allowed', reason: 'no-right' } }])
    expect(await world.storage.users.findByKey('lena')).toBeNull()
  })
})
