import { type PageRequest, SORTS, type Storage, type UserPage } from '@rollcall/core'
import { sees } from '@rollcall/core/rules'
import { expect } from 'vitest'
import type { TestStorageCase } from '../storage.ts'
import { add, EVERYBODY, FIRST_PAGE, grant, idsOf, NOW, person, TIME } from './records.ts'

const PEOPLE = [
  person('ann', { organization: 'one.example', grants: [grant('Owner')] }),
  person('bob', { organization: 'one.example', grants: [grant('Editor', 'app:1'), grant('Viewer', 'app:2')] }),
  person('cat', { organization: 'One.example', grants: [grant('Editor')], enabled: false }),
  person('dan', {
    organization: 'two.example',
    grants: [grant('Viewer', 'app:1')],
    authentication: { kind: 'external', provider: 'corp', subject: 'dan' },
  }),
  person('eve', { organization: null, registeredAt: null }),
]

async function populate(storage: Storage): Promise<void> {
  await add(storage, ...PEOPLE)
  await storage.users.noteSignIn('ann', NOW - 1)
  await storage.users.noteSignIn('bob', NOW)
  await storage.users.noteSignIn('cat', NOW + 1)
}

export function testFilters(test: TestStorageCase): void {
  test('filters by any of the roles, wherever they are held', async (storage) => {
    await populate(storage)
    expect(await idsOf(storage, { role: ['Editor'] })).toEqual(['bob', 'cat'])
    expect(await idsOf(storage, { role: ['Owner', 'Viewer'] })).toEqual(['ann', 'bob', 'dan'])
    expect(await idsOf(storage, { role: ['owner'] })).toEqual([])
  })

  test('filters by any of the organizations, exactly as written', async (storage) => {
    await populate(storage)
    expect(await idsOf(storage, { organization: ['one.example'] })).toEqual(['ann', 'bob'])
    expect(await idsOf(storage, { organization: ['One.example', 'two.example'] })).toEqual(['cat', 'dan'])
  })

  test('filters by any of the resources', async (storage) => {
    await populate(storage)
    expect(await idsOf(storage, { resource: ['app:1'] })).toEqual(['bob', 'dan'])
    expect(await idsOf(storage, { resource: ['app:2', 'app:3'] })).toEqual(['bob'])
  })

  test('lists somebody once who matches in several ways', async (storage) => {
    await populate(storage)
    expect(await idsOf(storage, { role: ['Editor', 'Viewer'], resource: ['app:1', 'app:2'] })).toEqual(['bob', 'dan'])
  })

  test('filters by authentication and by whether somebody is switched on', async (storage) => {
    await populate(storage)
    expect(await idsOf(storage, { authentication: 'external' })).toEqual(['dan'])
    expect(await idsOf(storage, { authentication: 'internal' })).toEqual(['ann', 'bob', 'cat', 'eve'])
    expect(await idsOf(storage, { enabled: false })).toEqual(['cat'])
    expect(await idsOf(storage, { enabled: true })).toEqual(['ann', 'bob', 'dan', 'eve'])
  })

  test('filters by a last sign-in before an instant, who never signed in included', async (storage) => {
    await populate(storage)
    expect(await idsOf(storage, { lastSignInBefore: NOW })).toEqual(['ann', 'dan', 'eve'])
    expect(await idsOf(storage, { lastSignInBefore: NOW + 1 })).toEqual(['ann', 'bob', 'dan', 'eve'])
  })

  test('applies all filters together', async (storage) => {
    await populate(storage)
    const filter = { role: ['Viewer', 'Owner'], organization: ['one.example'], search: 'b', enabled: true }
    expect(await idsOf(storage, filter)).toEqual(['bob'])
    expect(await idsOf(storage, { ...filter, status: ['locked'] })).toEqual([])
    expect(await idsOf(storage, { ...filter, status: ['confirmed'], lastSignInBefore: NOW })).toEqual([])
  })

  test('counts no further than it is asked to', async (storage) => {
    await populate(storage)
    expect(await storage.users.count(EVERYBODY, 3, TIME)).toBe(3)
    expect(await storage.users.count(EVERYBODY, 5, TIME)).toBe(5)
    expect(await storage.users.count(EVERYBODY, 6, TIME)).toBe(5)
    expect(await storage.users.count({ ...EVERYBODY, role: ['Editor'] }, 1, TIME)).toBe(1)
  })

  const sights = [
    ['everybody', { kind: 'all' }],
    ['oneself alone', { kind: 'some', self: 'ann', organization: null, scopes: [] }],
    ['an organization, its spelling exact', { kind: 'some', self: 'ann', organization: 'one.example', scopes: [] }],
    ['an organization that is not one’s own', { kind: 'some', self: 'dan', organization: 'one.example', scopes: [] }],
    ['resources', { kind: 'some', self: 'ann', organization: null, scopes: ['app:1', 'app:3'] }],
    ['an organization and resources', { kind: 'some', self: 'eve', organization: 'two.example', scopes: ['app:2'] }],
    [
      'all three where they meet',
      { kind: 'some', self: 'bob', organization: 'one.example', scopes: ['app:1', 'app:2'] },
    ],
    ['somebody who has gone', { kind: 'some', self: 'gone', organization: null, scopes: [] }],
  ] as const
  for (const [name, sight] of sights) {
    test(`shows the sight of ${name} the same as the rule does`, async (storage) => {
      await populate(storage)
      const seen = PEOPLE.filter((one) => sees(sight, one)).map(({ id }) => id)
      expect(await idsOf(storage, { sight })).toEqual(seen)
      expect(await idsOf(storage, { sight, enabled: true })).toEqual(seen.filter((id) => id !== 'cat'))
      for (const by of SORTS) {
        const paged: string[] = []
        let from: PageRequest['from'] = null
        do {
          const page: UserPage = await storage.users.list(
            { ...EVERYBODY, sight },
            { ...FIRST_PAGE, by, limit: 2, from },
            TIME,
          )
          paged.push(...page.items.map(({ id }) => id))
          from = page.next && { position: page.next, direction: 'after' }
        } while (from !== null)
        expect([by, paged.sort()]).toEqual([by, seen])
      }
    })
  }

  test('pages within a filter', async (storage) => {
    await populate(storage)
    const filter = { ...EVERYBODY, role: ['Editor', 'Viewer'] }
    const first = await storage.users.list(filter, { ...FIRST_PAGE, limit: 2 }, TIME)
    expect(first.items.map(({ id }) => id)).toEqual(['bob', 'cat'])
    if (!first.next) throw new Error('expected a second page')
    const from = { position: first.next, direction: 'after' } as const
    const second = await storage.users.list(filter, { ...FIRST_PAGE, limit: 2, from }, TIME)
    expect(second.items.map(({ id }) => id)).toEqual(['dan'])
    expect(second.next).toBeNull()
  })
}
