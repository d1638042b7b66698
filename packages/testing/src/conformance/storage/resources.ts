import type { Storage } from '@rollcall/core'
import { expect } from 'vitest'
import type { TestStorageCase } from '../storage.ts'
import { add, app, EVERYBODY, FIRST_PAGE, grant, idsOf, NOW, person, session, TIME } from './records.ts'

async function put(storage: Storage, ...ids: readonly string[]): Promise<void> {
  for (const id of ids) await storage.resources.put(app(id))
}

export function testResources(test: TestStorageCase): void {
  test('registers a resource and changes it; its type stays what it was first', async ({ resources }) => {
    const notes = app('Notes_1', 'A\u0301 "\\%_ \u{1f600} 山田')
    await resources.put(notes)
    expect(await resources.list()).toEqual([notes])
    const changed = { ...notes, name: 'Renamed', parent: 'suite', nextSteps: 'Ask for a seat.' }
    await resources.put({ ...changed, type: 'survey' })
    expect(await resources.list()).toEqual([changed])
    await resources.put({ ...changed, parent: null, nextSteps: null })
    expect(await resources.list()).toEqual([{ ...notes, name: 'Renamed' }])
  })

  test('keeps whether a resource is a default through every change but that one', async ({ resources }) => {
    await resources.put({ ...app('one'), isDefault: true })
    await resources.put(app('two'))
    await resources.put({ ...app('one'), isDefault: false })
    expect(await resources.findMany(['one'])).toEqual([{ ...app('one'), isDefault: true }])
    expect(await resources.setDefault('one', false)).toBe(true)
    expect(await resources.setDefault('two', true)).toBe(true)
    expect(await resources.setDefault('gone', true)).toBe(false)
    expect((await resources.list()).map(({ isDefault }) => isDefault)).toEqual([false, true])
  })

  test('finds the resources of some ids, exactly as written, leaving missing ones out', async (storage) => {
    await put(storage, 'one', 'two', 'three')
    const found = await storage.resources.findMany(['three', 'gone', 'one', 'one', 'TWO'])
    expect(found.map(({ id }) => id).sort()).toEqual(['one', 'three'])
    expect(await storage.resources.findMany(['two'])).toEqual([app('two')])
    expect(await storage.resources.findMany([])).toEqual([])
  })

  test('lists all by name as searched, bytewise, then by id; a new name moves a resource', async ({ resources }) => {
    const named = [
      ['a', 'Zebra'],
      ['b', 'émile'],
      ['D', 'Same'],
      ['c', 'same'],
      ['e', 'Éa'],
      ['f', '\u{1f600}'],
      ['g', '\ufffd'],
    ] as const
    for (const [id, name] of named) await resources.put(app(id, name))
    const ids = async () => (await resources.list()).map(({ id }) => id).join('')
    expect(await ids()).toBe('ebDcagf')
    await resources.put(app('a', 'aardvark'))
    expect(await ids()).toBe('aebDcgf')
  })

  test('takes every grant on a resource away with it, wherever grants are read, and no other', async (storage) => {
    const { resources, users, sessions } = storage
    await put(storage, 'one', 'two')
    const imported = { role: 'Editor', scope: 'one', source: 'import' } as const
    await add(
      storage,
      person('both', {
        grants: [grant('Viewer', 'two'), grant('Editor', 'one'), grant('Owner'), imported, grant('Viewer', 'one')],
        rank: 30,
      }),
      person('only', { grants: [grant('Editor', 'one')], enabled: false, registeredAt: null }),
      person('other', { grants: [grant('Editor', 'two'), grant('Admin')], rank: 20 }),
    )
    await sessions.add(session('s', 'both'))
    expect(await resources.remove('one')).toBe(true)

    expect((await users.find('both'))?.grants).toEqual([grant('Viewer', 'two'), grant('Owner')])
    expect((await sessions.find('digest-s', NOW))?.user.grants).toEqual([grant('Viewer', 'two'), grant('Owner')])
    expect((await users.find('only'))?.grants).toEqual([])
    expect((await users.find('other'))?.grants).toEqual([grant('Editor', 'two'), grant('Admin')])
    expect(await idsOf(storage, { resource: ['one'] })).toEqual([])
    expect(await idsOf(storage, { resource: ['two'] })).toEqual(['both', 'other'])
    expect(await idsOf(storage, { role: ['Editor'] })).toEqual(['other'])
    expect(await idsOf(storage, { sight: { kind: 'some', self: 'x', organization: null, scopes: ['one'] } })).toEqual(
      [],
    )
    expect(await users.scopesWithout('Viewer', ['one', 'two'], null)).toEqual(['one'])
    expect(await users.countHolders(['Owner', 'Admin'])).toBe(2)
    expect(await resources.list()).toEqual([app('two')])

    await put(storage, 'one')
    expect(await idsOf(storage, { resource: ['one'] })).toEqual([])
  })

  test('moves the versions of the holders by one, nobody else’s, and no rank', async (storage) => {
    const { resources, users } = storage
    await put(storage, 'one')
    const high = person('high', { grants: [grant('Editor', 'one'), grant('Viewer', 'one'), grant('Owner')], rank: 30 })
    await add(storage, high, person('middle', { rank: 20 }), person('low', { grants: [grant('Editor', 'one')] }))
    await users.update('high', 1, { fields: {}, keys: high.keys })
    await resources.remove('one')

    const versions = async (...ids: string[]) => Promise.all(ids.map(async (id) => (await users.find(id))?.version))
    expect(await versions('high', 'middle', 'low')).toEqual([3, 1, 2])
    const edit = { fields: { firstName: 'X' }, keys: high.keys, grants: { all: high.grants, rank: 30 } }
    expect(await users.update('high', 2, edit)).toBe('stale')
    const byRole = await users.list(EVERYBODY, { ...FIRST_PAGE, by: 'role', descending: true }, TIME)
    expect(byRole.items.map(({ id }) => id)).toEqual(['high', 'middle', 'low'])
  })

  test('says false when there is no such resource, and leaves grants on that id alone', async (storage) => {
    const { resources, users } = storage
    await put(storage, 'one')
    await add(storage, person('ann', { grants: [grant('Editor', 'gone'), grant('Owner')] }))
    expect(await resources.remove('gone')).toBe(false)
    expect(await resources.remove('ONE')).toBe(false)
    expect(await resources.remove('')).toBe(false)
    expect(await users.find('ann')).toMatchObject({ version: 1, grants: [grant('Editor', 'gone'), grant('Owner')] })
    expect(await users.countHolders(['Owner'])).toBe(1)
    expect(await resources.remove('one')).toBe(true)
    expect(await resources.remove('one')).toBe(false)
  })

  test('brings a resource and its grants back when the removal is rolled back', async (storage) => {
    await put(storage, 'one')
    await add(storage, person('ann', { grants: [grant('Editor', 'one')] }))
    const failure = new Error('no')
    const attempt = storage.transaction(async (tx) => {
      expect(await tx.resources.remove('one')).toBe(true)
      expect((await tx.users.find('ann'))?.grants).toEqual([])
      throw failure
    })
    await expect(attempt).rejects.toBe(failure)
    expect(await storage.resources.list()).toEqual([app('one')])
    expect(await storage.users.find('ann')).toMatchObject({ version: 1, grants: [grant('Editor', 'one')] })
    expect(await idsOf(storage, { resource: ['one'] })).toEqual(['ann'])
  })
}
