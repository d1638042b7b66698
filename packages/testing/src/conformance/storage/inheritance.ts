import type { Storage } from '@rollcall/core'
import { type Grant, type Sight, sees } from '@rollcall/core/rules'
import { expect } from 'vitest'
import type { TestStorageCase } from '../storage.ts'
import {
  add,
  apiToken,
  app,
  EVERYBODY,
  FIRST_PAGE,
  grant,
  group,
  idsOf,
  inherited,
  join,
  NOW,
  person,
  session,
  TIME,
} from './records.ts'

const ANN = person('ann', { grants: [grant('Owner'), grant('Viewer', 'app-1')] })
const BOB = person('bob', { email: 'bob@two.example' })
const EDITORS = group('editors', { domains: ['one.example'], grants: [{ role: 'Editor', scope: 'app-1' }] })
const CREW = group('crew', {
  grants: [
    { role: 'Viewer', scope: 'app-2' },
    { role: 'Editor', scope: 'app-1' },
  ],
})

/** Ann is an editor by her domain and of the crew by hand, cat an editor by hand and by domain, bob in no group. */
async function populate(storage: Storage): Promise<void> {
  await add(storage, ANN, BOB, person('cat'), person('dan', { registeredAt: null }))
  for (const one of [EDITORS, CREW]) await storage.groups.insert(one)
  await join(storage, 'crew', 'ann')
  await join(storage, 'editors', 'cat')
}

const ANNS = [
  ...ANN.grants,
  inherited('Viewer', 'app-2', 'crew'),
  inherited('Editor', 'app-1', 'crew'),
  inherited('Editor', 'app-1', 'editors'),
]

/** What somebody holds themselves in its order, then what they inherit in any. */
const inOrder = (grants: readonly Grant[] | undefined) => {
  const order = (one: Grant) => `${one.group} ${one.role} ${one.scope}`
  const own = (grants ?? []).filter(({ source }) => source !== 'group')
  const others = (grants ?? []).filter(({ source }) => source === 'group')
  expect(grants?.slice(0, own.length)).toEqual(own)
  return [...own, ...others.sort((a, b) => (order(a) < order(b) ? -1 : 1))]
}

export function testInheritance(test: TestStorageCase): void {
  test('stands behind what a person holds themselves, in every record that is read', async (storage) => {
    await populate(storage)
    const { users, sessions, apiTokens } = storage
    await sessions.add(session('s', 'ann'))
    await apiTokens.add(apiToken('t', 'ann'), 1, NOW)
    const page = await users.list(EVERYBODY, FIRST_PAGE, TIME)
    const records = [
      await users.find('ann'),
      await users.findByKey('ann@one.example'),
      ...(await users.findMany(['ann'])),
      page.items.find(({ id }) => id === 'ann'),
      ...(await users.listHolders(['Owner'])),
      (await sessions.find('digest-s', NOW))?.user,
      (await apiTokens.find('digest-t', NOW))?.user,
    ]
    expect(records).toHaveLength(7)
    for (const record of records) expect(inOrder(record?.grants)).toEqual(inOrder(ANNS))
  })

  test('comes once from a group that somebody is in twice, and not to who is in none', async (storage) => {
    await populate(storage)
    const grants = async (id: string) => (await storage.users.find(id))?.grants
    expect(await grants('cat')).toEqual([inherited('Editor', 'app-1', 'editors')])
    expect(await grants('bob')).toEqual([])
    expect(await grants('dan')).toEqual([])
  })

  test('follows the group at once, and moves nobody’s version', async (storage) => {
    await populate(storage)
    const { groups, users } = storage
    await groups.update('editors', 2, { grants: [{ role: 'Viewer', scope: 'app-3' }] })
    await groups.changeMembers('crew', 2, { add: ['bob', 'dan'], remove: ['ann'] })
    expect((await users.find('ann'))?.grants).toEqual([...ANN.grants, inherited('Viewer', 'app-3', 'editors')])
    const crews = [inherited('Editor', 'app-1', 'crew'), inherited('Viewer', 'app-2', 'crew')]
    expect(inOrder((await users.find('dan'))?.grants)).toEqual(crews)
    expect(await users.find('ann')).toMatchObject({ version: 1 })
    await groups.update('editors', 3, { domains: [] })
    expect(await users.find('ann')).toMatchObject({ grants: ANN.grants, version: 1 })
    expect((await users.find('cat'))?.grants).toEqual([inherited('Viewer', 'app-3', 'editors')])
  })

  test('is never stored: what comes back with an edit or a new person is left out', async (storage) => {
    await populate(storage)
    const { users, groups } = storage
    const all = [...ANNS, grant('Viewer', 'app-9')]
    expect(await users.update('ann', 1, { fields: {}, keys: ANN.keys, grants: { all, rank: -1 } })).toBe('updated')
    await add(storage, person('eve', { email: 'eve@two.example', grants: [inherited('Editor', 'app-1', 'crew')] }))
    expect((await users.find('ann'))?.grants).toHaveLength(6)
    for (const id of ['crew', 'editors']) await groups.remove(id)
    expect((await users.find('ann'))?.grants).toEqual([...ANN.grants, grant('Viewer', 'app-9')])
    expect((await users.find('eve'))?.grants).toEqual([])
    expect(await idsOf(storage, { role: ['Editor'] })).toEqual([])
  })

  test('counts where people are filtered by role, resource and group', async (storage) => {
    await populate(storage)
    expect(await idsOf(storage, { role: ['Editor'] })).toEqual(['ann', 'cat'])
    expect(await idsOf(storage, { role: ['Editor', 'Owner'], resource: ['app-2'] })).toEqual(['ann'])
    expect(await idsOf(storage, { resource: ['app-1'] })).toEqual(['ann', 'cat'])
    expect(await idsOf(storage, { resource: ['app-1', 'app-2', 'app-3'] })).toEqual(['ann', 'cat'])
    expect(await idsOf(storage, { group: ['crew'] })).toEqual(['ann'])
    expect(await idsOf(storage, { group: ['crew', 'editors'] })).toEqual(['ann', 'cat'])
    expect(await idsOf(storage, { group: ['editors'], role: ['Owner'] })).toEqual(['ann'])
    expect(await idsOf(storage, { group: ['gone'] })).toEqual([])
  })

  test('counts in what somebody sees, the same as the rule says', async (storage) => {
    await populate(storage)
    const { items } = await storage.users.list(EVERYBODY, FIRST_PAGE, TIME)
    for (const scopes of [['app-1'], ['app-2'], ['app-2', 'app-3'], ['app-9']]) {
      for (const organization of [null, 'one.example']) {
        const sight: Sight = { kind: 'some', self: 'bob', organization, scopes }
        const seen = items.filter((record) => sees(sight, record)).map(({ id }) => id)
        expect(await idsOf(storage, { sight })).toEqual(seen.sort())
      }
    }
  })

  test('counts where a resource is looked at for a role on it', async (storage) => {
    await populate(storage)
    await storage.groups.insert(group('gone-crew', { grants: [{ role: 'Editor', scope: 'app-4' }] }))
    await add(storage, person('off', { email: 'off@two.example', enabled: false }))
    await join(storage, 'gone-crew', 'off', 'dan')
    const { users, groups } = storage
    expect(await users.scopesWithout('Editor', ['app-1', 'app-2', 'app-4'], null)).toEqual(['app-2', 'app-4'])
    expect(await users.scopesWithout('Viewer', ['app-2'], null)).toEqual([])
    expect(await users.scopesWithout('Viewer', ['app-2'], 'ann')).toEqual(['app-2'])
    await groups.changeMembers('editors', 2, { add: [], remove: ['cat'] })
    expect(await users.scopesWithout('Editor', ['app-1'], 'ann')).toEqual([])
    await groups.update('editors', 3, { domains: [] })
    expect(await users.scopesWithout('Editor', ['app-1'], 'ann')).toEqual(['app-1'])
  })

  test('ends on a resource that is removed; the groups’ versions move, their members’ do not', async (storage) => {
    await populate(storage)
    const { resources, groups, users } = storage
    await resources.put(app('app-2'))
    expect(await resources.remove('app-2')).toBe(true)
    expect(await groups.find('crew')).toEqual({ ...CREW, grants: [{ role: 'Editor', scope: 'app-1' }], version: 3 })
    expect(await groups.find('editors')).toEqual({ ...EDITORS, version: 2 })
    expect(await users.find('ann')).toMatchObject({ version: 1 })
    expect(await idsOf(storage, { resource: ['app-2'] })).toEqual([])
    expect((await users.find('ann'))?.grants).toHaveLength(4)
  })
}
