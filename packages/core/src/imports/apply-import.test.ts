import { createMemoryStorage } from '@rollcall/storage-memory'
import { cheapHasher, createWorld, PASSWORD, scenarios, type World } from '@rollcall/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { csvLine } from '../kernel/csv.rules.ts'
import type { Storage } from '../ports/storage.ts'
import { directory } from '../presets/directory.ts'

const AMARA = 'amara.okafor@northwind.example'
const TOMASZ = 'tomasz.wojcik@northwind.example'
const OSCAR = 'oscar.delafuente@fabrikam.example'
const LENA = 'lena.vogt@northwind.example'

const NEW = ['Username', 'Email', 'FirstName', 'LastName']
const lena = ['lena', LENA, 'Lena', 'Vogt']
const sso = { id: 'northwind-sso', name: 'Northwind', domains: [], startUrl: '/sso' }

let world: World
beforeEach(async () => {
  world = createWorld({ policy: { ...directory, signIn: { ...directory.signIn, providers: [sso] } } })
  await scenarios.productHub(world)
})

/** Another hub, on a storage that does something more. */
async function hubOver(wrap: (storage: Storage) => Storage): Promise<World> {
  world = createWorld({ policy: directory, storage: wrap(createMemoryStorage()) })
  await scenarios.productHub(world)
  return world
}

async function* fileOf(rows: readonly (readonly string[])[]) {
  yield new TextEncoder().encode(rows.map(csvLine).join(''))
}
const imports = () => world.rollcall.imports
const preview = async (by: string, ...rows: string[][]) =>
  (await imports().previewImport(await world.as(by), { file: fileOf(rows) })).id
const apply = async (by: string, importId: string) => imports().applyImport(await world.as(by), { importId })
const outcomesOf = async (by: string, importId: string) => {
  const { rows } = await imports().listRows(await world.as(by), { importId, limit: 200 })
  return rows.map(({ outcome }) => outcome && (outcome.reason ?? outcome.code ?? outcome.kind))
}
const run = async (...rows: string[][]) => {
  const importId = await preview(AMARA, ...rows)
  await apply(AMARA, importId)
  return outcomesOf(AMARA, importId)
}
const record = async (key: string) => {
  const user = await world.storage.users.findByKey(key)
  if (!user) throw new Error(`${key} has gone.`)
  return user
}
const edit = async (key: string, changes: object) => {
  const { id: userId, version } = await record(key)
  await world.rollcall.users.editUser(await world.as(TOMASZ), { userId, version, ...changes })
}
const crowd = (count: number) => Array.from({ length: count }, (_, i) => [`p${i}`, `p${i}@x.example`, 'P', `${i}`])
const templatesTo = (address: string) =>
  world.mails.sent.filter(({ envelope }) => envelope.to.address === address).map(({ mail }) => mail.template)

describe('applying an import', () => {
  it('lets whoever is signing in go first, and gets on', async () => {
    const order: string[] = []
    let comparing = () => {}
    const hasher = cheapHasher()
    const verify = async (password: string, hash: string) => {
      comparing()
      const matches = await hasher.verify(password, hash)
      order.push('compared')
      return matches
    }
    const memory = createMemoryStorage()
    const nextWaiting = (importId: string) => {
      order.push('chunk')
      return memory.imports.nextWaiting(importId)
    }
    const storage = { ...memory, imports: { ...memory.imports, nextWaiting } }
    world = createWorld({ policy: directory, hasher: { ...hasher, verify }, storage })
    await scenarios.productHub(world)
    const importId = await preview(AMARA, NEW, ...crowd(60))
    const amara = await world.as(AMARA)

    order.length = 0
    const compared = new Promise<void>((resolve) => (comparing = resolve))
    const call = { identifier: 'tomasz.wojcik', password: PASSWORD }
    const signedIn = world.rollcall.signIn.signIn(world.rollcall.anonymous({ address: null, agent: null }), call)
    await compared
    await Promise.all([imports().applyImport(amara, { importId }), signedIn])
    expect(order).toEqual(['compared', 'chunk', 'chunk', 'chunk'])
  })

  it('sets people up and changes people, with an entry each [B3]', async () => {
    const header = [...NEW, 'AssignedRole', 'ProductInstances', 'Active']
    expect(
      await run(header, [...lena, '', 'default', ''], ['oscar', OSCAR, 'Óscar', 'Vogt', 'user', '', 'true']),
    ).toEqual(['created', 'updated'])
    expect(await record('lena')).toMatchObject({ email: LENA, enabled: true, protected: true, version: 1 })
    expect((await record('lena')).grants.map(({ role, scope }) => scope ?? role)).toEqual([
      'user',
      'audits-emea',
      'policies-group',
    ])
    expect(await record('oscar')).toMatchObject({ lastName: 'Vogt', firstName: 'Óscar' })
    expect((await record('oscar')).grants.map(({ role }) => role)).toEqual(['user'])
    for (const key of ['lena', 'oscar']) {
      const { id: userId } = await record(key)
      const { items } = await world.rollcall.audit.listEntries(await world.as(AMARA), { userId })
      const entries = items.filter(({ action }) => action === 'imports.applyImport')
      expect(entries).toMatchObject([{ real: { name: 'Amara Okafor' }, target: { id: userId } }])
    }
  })

  it('writes what the preview showed: an escape comes off once, and roles go by their ids before their names', async () => {
    const guest = { id: 'guest', name: 'administrator', description: '', rank: 0, rights: [], mayGrant: [] }
    const systemRoles = [{ ...guest, visibility: 'self' as const }, ...directory.access.systemRoles]
    world = createWorld({ policy: { ...directory, access: { ...directory.access, systemRoles } } })
    await scenarios.productHub(world)
    expect(await run([...NEW, 'AssignedRole'], ['lena', LENA, "'=Lena", "'-", 'administrator'])).toEqual(['created'])
    const { firstName, lastName, grants } = await record('lena')
    expect([firstName, lastName, grants[0]?.role]).toEqual(["'=Lena", "'-", 'administrator'])
  })

  it('welcomes an administrator who is active, and by default nobody else [B67]', async () => {
    const boss = (name: string, active: string) => [name, `${name}@x.example`, 'B', 'O', 'administrator', active]
    const header = [...NEW, 'AssignedRole', 'Active']
    expect(await run(header, boss('one', 'true'), boss('two', 'false'), [...lena, 'user', 'true'])).toEqual(
      Array(3).fill('created'),
    )
    await world.deliver()
    expect(templatesTo('one@x.example')).toEqual(['welcome'])
    expect(templatesTo('two@x.example')).toEqual([])
    expect(templatesTo(LENA)).toEqual([])
    await run(['Username', 'Active'], ['two', 'true'])
    await world.deliver()
    expect(templatesTo('two@x.example')).toEqual(['welcome'])
  })

  it('lets people sign in another way from now on [B68]', async () => {
    await world.as(OSCAR)
    expect(await run(['Username', 'AuthenticationType'], ['oscar', 'external'], ['rana', 'external'])).toEqual([
      'updated',
      'updated',
    ])
    const { id, authentication } = await record('oscar')
    expect(authentication).toEqual({ kind: 'external', provider: sso.id, subject: null })
    expect(await world.storage.sessions.list(id, world.clock.now())).toEqual([])
    await run(['Username', 'AuthenticationType'], ['oscar', 'internal'])
    expect((await record('oscar')).authentication.kind).toBe('internal')
  })

  it('refuses rows whose people moved, came or went after the preview, and applies the others', async () => {
    const header = ['Username', 'Email', 'FirstName', 'LastName', 'JobTitle']
    const importId = await preview(
      AMARA,
      header,
      ['oscar', OSCAR, 'Óscar', 'Vogt', 'Auditor'],
      [...lena, ''],
      ['other', 'other@x.example', 'O', 'T', ''],
      ['mine', 'mine@x.example', 'M', 'I', ''],
      ['r.patel', '', 'R.', 'Patel', 'Auditor'],
    )
    await edit('oscar', { jobTitle: 'Chef' })
    await world.create(TOMASZ, { username: 'lena', email: 'lena@x.example', firstName: 'L', lastName: 'V' })
    await world.create(TOMASZ, { username: 'o', email: 'other@x.example', firstName: 'O', lastName: 'T' })
    const { id: userId, version } = await record('r.patel')
    await world.rollcall.users.deleteUser(await world.as(TOMASZ), { userId, version })
    const { done } = await apply(AMARA, importId)
    expect(done).toEqual({ rows: 5, created: 1, updated: 0, refused: 4 })
    const stale = 'import-stale'
    expect(await outcomesOf(AMARA, importId)).toEqual([stale, stale, 'email-in-use', 'created', stale])
    expect(await record('oscar')).toMatchObject({ jobTitle: 'Chef', lastName: 'de la Fuente y Montenegro' })
    let text = ''
    for await (const piece of await imports().downloadRejected(await world.as(AMARA), { importId })) text += piece
    expect(text.split('\r\n').slice(0, 3)).toEqual([
      `${header.join(',')},RefusedBecause`,
      `oscar,${OSCAR},Óscar,Vogt,Auditor,import-stale`,
      `${lena.join(',')},,import-stale`,
    ])
  })

  it('gives nothing that its importer may not give any more', async () => {
    const importId = await preview(TOMASZ, [...NEW, 'AssignedRole'], [...lena, 'administrator'])
    const actor = await world.as(TOMASZ)
    await world.rollcall.users.editUser(await world.as(AMARA), {
      userId: actor.effective.user.id,
      version: actor.effective.user.version,
      grants: [{ role: 'user', scope: null }],
    })
    await expect(apply(TOMASZ, importId)).rejects.toMatchObject({ details: { reason: 'no-right' } })
    expect(await world.storage.users.findByKey('lena')).toBeNull()
  })

  it('keeps the last administrator, whoever went after the preview', async () => {
    const host = world.rollcall.host('shell')
    const file = fileOf([
      ['Username', 'Active', 'JobTitle'],
      ['tomasz.wojcik', 'false', ''],
      ['oscar', '', 'Chef'],
    ])
    const { id: importId } = await imports().previewImport(host, { file })
    const { id: userId, version } = await record('amara.okafor')
    await world.rollcall.users.disableUser(await world.as(TOMASZ), { userId, version })
    expect((await imports().applyImport(host, { importId })).done).toMatchObject({ updated: 1, refused: 1 })
    const { rows } = await imports().listRows(host, { importId })
    expect(rows.map(({ outcome }) => outcome?.reason ?? outcome?.kind)).toEqual(['last-administrator', 'updated'])
    expect(await record('tomasz.wojcik')).toMatchObject({ enabled: true })
  })

  it('goes on call by call, 2,000 rows each, until it is finished', async () => {
    const importId = await preview(AMARA, NEW, ...crowd(2_100))
    const first = await apply(AMARA, importId)
    expect(first).toMatchObject({ state: 'applying', done: { rows: 2_000, created: 2_000 } })
    const second = await apply(AMARA, importId)
    expect(second).toMatchObject({ state: 'finished', done: { rows: 2_100, created: 2_100 } })
    expect(await apply(AMARA, importId)).toEqual(second)
  })

  it('begins nothing more after five seconds, and goes on where it stopped', async () => {
    await hubOver((storage) => ({
      ...storage,
      imports: {
        ...storage.imports,
        nextWaiting: (id) => {
          world.clock.advance(3_000)
          return storage.imports.nextWaiting(id)
        },
      },
    }))
    const importId = await preview(AMARA, NEW, ...crowd(150))
    expect(await apply(AMARA, importId)).toMatchObject({ state: 'applying', done: { rows: 100 } })
    expect(await apply(AMARA, importId)).toMatchObject({ state: 'finished', done: { rows: 150, created: 150 } })
  })

  it('leaves nothing of a chunk behind that did not get to its end, and does it again', async () => {
    let dies = false
    await hubOver((storage) => ({
      ...storage,
      transaction: (work) =>
        storage.transaction(async (tx) => {
          const answer = await work(tx)
          if (dies && (await tx.users.findByKey('p775'))) throw new Error('killed')
          return answer
        }),
    }))
    const importId = await preview(AMARA, NEW, ...crowd(1_200))
    const actor = await world.as(AMARA)
    dies = true
    await expect(imports().applyImport(actor, { importId })).rejects.toThrow('killed')
    expect((await imports().getImport(actor, { importId })).done).toMatchObject({ rows: 750, created: 750 })
    expect(await world.storage.users.findByKey('p750')).toBeNull()
    dies = false
    expect(await apply(AMARA, importId)).toMatchObject({ state: 'finished', done: { rows: 1_200, created: 1_200 } })
  })

  it('gives every row to one of many callers at once', async () => {
    const importId = await preview(AMARA, NEW, ...crowd(1_200))
    const actor = await world.as(AMARA)
    await Promise.all(Array.from({ length: 4 }, () => imports().applyImport(actor, { importId })))
    expect(await imports().getImport(actor, { importId })).toMatchObject({
      state: 'finished',
      done: { rows: 1_200, created: 1_200, refused: 0 },
    })
  })
})
