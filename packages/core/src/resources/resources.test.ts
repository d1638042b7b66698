import { createWorld, scenarios, type World } from '@rollcall/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { RefusedError } from '../kernel/refusals.ts'
import { directory } from '../presets/directory.ts'

const AMARA = 'amara.okafor@northwind.example'
const TOMASZ = 'tomasz.wojcik@northwind.example'
const OSCAR = 'oscar.delafuente@fabrikam.example'

let world: World
beforeEach(async () => {
  world = createWorld({ policy: directory })
  await scenarios.productHub(world)
})

const list = async (by = AMARA) => (await world.rollcall.resources.listResources(await world.as(by), {})).items
const setDefault = async (by: string, resourceId: string, isDefault: boolean) =>
  world.rollcall.resources.setDefault(await world.as(by), { resourceId, isDefault })
const defaults = async () => (await list()).filter(({ isDefault }) => isDefault).map(({ id }) => id)
const detailsOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) =>
      error instanceof RefusedError ? { code: error.code, ...error.details } : Promise.reject(error),
  )

describe('the instances of an app', () => {
  it('are registered beneath it, with what is still to be done there [B17] [B24]', async () => {
    const app = { id: 'app-risks', type: 'app', name: 'Risks', nextSteps: 'Name a risk owner.' }
    await world.rollcall.resources.put(app)
    await world.rollcall.resources.put({ id: 'risks-main', type: 'instance', name: 'Risks', parent: app.id })
    const found = (await list()).filter(({ id }) => /risks/.test(id))
    expect(found.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
      { ...app, parent: null, isDefault: false, mayGrant: [] },
      {
        id: 'risks-main',
        type: 'instance',
        name: 'Risks',
        parent: app.id,
        isDefault: false,
        nextSteps: null,
        mayGrant: ['instance-user'],
      },
    ])
  })

  it.each([
    ['an app that is not there', { type: 'instance', parent: 'app-unknown' }, 'parent'],
    ['another instance', { type: 'instance', parent: 'audits-emea' }, 'parent'],
    ['an app, being one', { type: 'app', parent: 'app-audits' }, 'parent'],
    ['anything, being of no known kind', { type: 'survey' }, 'type'],
  ] as const)('are not put beneath %s', async (_, given, field) => {
    const put = world.rollcall.resources.put({ id: 'risks-main', name: 'Risks', ...given })
    expect(await detailsOf(put)).toEqual({ code: 'invalid-input', fields: { [field]: 'invalid' } })
    expect((await list()).map(({ id }) => id)).not.toContain('risks-main')
  })

  it('are shown to whoever is assigned to them, with their app and nothing else', async () => {
    expect((await list(OSCAR)).map(({ id }) => id).sort()).toEqual(
      ['app-audits', 'app-policies', 'app-training', 'audits-emea', 'policies-group', 'training-main'].sort(),
    )
  })
})

describe('the defaults', () => {
  it('are the administrators’ to choose, as many as they like, and leave an entry [B21] [B56]', async () => {
    expect(await defaults()).toEqual(['audits-emea', 'policies-group'])
    await setDefault(TOMASZ, 'training-main', true)
    world.clock.advance(1_000)
    await setDefault(TOMASZ, 'audits-emea', false)
    expect(await defaults()).toEqual(['policies-group', 'training-main'])
    const { items } = await world.rollcall.audit.listEntries(await world.as(AMARA), {})
    const entries = items.filter(({ action }) => action === 'resources.setDefault')
    expect(entries.map(({ target, changes }) => [target?.name, changes])).toEqual([
      ['Audits EMEA', { isDefault: [true, false] }],
      ['Training', { isDefault: [false, true] }],
    ])
  })

  it('stay as chosen when the host registers the instance again', async () => {
    await setDefault(AMARA, 'audits-emea', false)
    const again = { id: 'audits-emea', type: 'instance', name: 'Audits Europe', parent: 'app-audits' }
    await world.rollcall.resources.put({ ...again, isDefault: true })
    expect((await list()).find(({ id }) => id === again.id)).toMatchObject({ ...again, isDefault: false })
  })

  it('give and take nothing from whoever is there already', async () => {
    const before = await world.storage.users.find(await world.idOf(OSCAR))
    await setDefault(AMARA, 'training-sandbox', true)
    await setDefault(AMARA, 'audits-emea', false)
    expect(await world.storage.users.find(await world.idOf(OSCAR))).toEqual(before)
  })

  it('are nobody else’s to choose, and there for instances that are there', async () => {
    expect(await detailsOf(setDefault(OSCAR, 'audits-emea', false))).toMatchObject({ reason: 'no-right' })
    expect(await detailsOf(setDefault(AMARA, 'unknown', true))).toEqual({ code: 'not-found' })
  })
})
