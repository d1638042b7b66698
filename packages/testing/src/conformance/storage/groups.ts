import type { Sight } from '@rollcall/core/rules'
import { expect } from 'vitest'
import type { TestStorageCase } from '../storage.ts'
import { add, grant, group, idsOf, join, NOW, person } from './records.ts'

const ALL: Sight = { kind: 'all' }

const RICH = group('g-1', {
  name: 'Ärzte "\\%_ \u{1f600}',
  description: 'Two\nlines',
  domains: ['two.example', 'xn--rzte-3qa.example', 'one.example'],
  grants: [
    { role: 'Viewer', scope: 'app-2' },
    { role: 'Editor', scope: 'app-1' },
  ],
  createdAt: NOW - 5,
})

export function testGroups(test: TestStorageCase): void {
  test('keeps a group whole, its domains and grants in the order given', async ({ groups }) => {
    await groups.insert(RICH)
    await groups.insert(group('bare'))
    expect(await groups.find('g-1')).toEqual(RICH)
    expect(await groups.find('bare')).toEqual(group('bare'))
    expect(await groups.find('G-1')).toBeNull()
  })

  test('lists all by name as searched, then by id', async ({ groups }) => {
    const named = [
      ['b', 'Zebra'],
      ['a', 'zebra'],
      ['c', 'Émile'],
      ['d', 'emil'],
    ] as const
    for (const [id, name] of named) await groups.insert(group(id, { name }))
    expect((await groups.list(ALL)).map(({ id }) => id)).toEqual(['d', 'c', 'a', 'b'])
  })

  test('changes what is named at the version seen, leaves the rest and moves the version', async ({ groups }) => {
    await groups.insert(RICH)
    expect(await groups.update('g-1', 1, { name: 'New', domains: ['three.example'] })).toBe('updated')
    const renamed = { ...RICH, name: 'New', domains: ['three.example'], version: 2 }
    expect(await groups.find('g-1')).toEqual(renamed)
    expect(await groups.update('g-1', 2, { description: '', grants: [] })).toBe('updated')
    expect(await groups.find('g-1')).toEqual({ ...renamed, description: '', grants: [], version: 3 })
  })

  test('changes nothing at a version that moved, that is not there yet, nor of a group gone', async (storage) => {
    const { groups } = storage
    await add(storage, person('ann'), person('bob'))
    await groups.insert(RICH)
    await join(storage, 'g-1', 'ann')
    const before = await groups.find('g-1')
    expect(before?.version).toBe(2)
    for (const version of [1, 3]) {
      expect(await groups.update('g-1', version, { name: 'Late', domains: [], grants: [] })).toBe('stale')
      expect(await groups.changeMembers('g-1', version, { add: ['bob'], remove: ['ann'] })).toBe('stale')
    }
    expect(await groups.update('gone', 1, { name: 'Late' })).toBe('stale')
    expect(await groups.changeMembers('gone', 1, { add: ['bob'], remove: [] })).toBe('stale')
    expect(await groups.find('g-1')).toEqual(before)
    expect(await groups.byHand('g-1', ['ann', 'bob'])).toEqual(['ann'])
  })

  test('puts people in and takes people out by hand, leaving out ids of nobody', async (storage) => {
    const { groups } = storage
    await add(storage, person('ann'), person('bob'), person('cat', { registeredAt: null }))
    await groups.insert(group('g'))
    await groups.insert(group('other'))
    const change = { add: ['ann', 'gone', 'cat', 'ann'], remove: ['bob', 'gone'] }
    expect(await groups.changeMembers('g', 1, change)).toBe('updated')
    expect(await groups.find('g')).toEqual(group('g', { version: 2 }))
    const members = async (...ids: string[]) => [...(await groups.byHand('g', ids))].sort()
    expect(await members('ann', 'bob', 'cat', 'gone')).toEqual(['ann', 'cat'])
    expect(await members('bob', 'cat', 'cat')).toEqual(['cat'])
    expect(await members()).toEqual([])
    expect(await groups.byHand('other', ['ann', 'cat'])).toEqual([])
    expect(await groups.changeMembers('g', 2, { add: ['bob', 'ann'], remove: ['cat'] })).toBe('updated')
    expect(await members('ann', 'bob', 'cat')).toEqual(['ann', 'bob'])
    expect((await storage.users.find('ann'))?.version).toBe(1)
  })

  test('takes more people at once than a statement has parameters', async (storage) => {
    const { groups } = storage
    await groups.insert(group('g'))
    await add(storage, person('first'), person('last'))
    const strangers = Array.from({ length: 40_000 }, (_, index) => `stranger-${index}`)
    const ids = ['first', ...strangers, 'last']
    expect(await groups.changeMembers('g', 1, { add: ids, remove: ids })).toBe('updated')
    expect([...(await groups.byHand('g', ids))].sort()).toEqual(['first', 'last'])
    expect(await groups.changeMembers('g', 2, { add: [], remove: ids })).toBe('updated')
    expect(await groups.byHand('g', ids)).toEqual([])
  })

  test('has everybody registered with an address there as a member, as long as they have it', async (storage) => {
    const { groups, users } = storage
    const invited = person('invited', { registeredAt: null })
    const mover = person('mover', { email: 'mover@two.example' })
    await add(storage, person('ann'), person('off', { enabled: false }), invited, mover)
    await add(storage, person('sub', { email: 'sub@mail.one.example' }), person('odd', { email: 'Odd@ÖNE.example' }))
    await groups.insert(group('g', { domains: ['one.example', 'xn--ne-eka.example'] }))
    await groups.insert(group('same', { domains: ['one.example'] }))
    const members = (id: string) => idsOf(storage, { group: [id] })
    expect(await members('g')).toEqual(['ann', 'odd', 'off'])
    expect(await members('same')).toEqual(['ann', 'off'])

    await users.update('invited', 1, { fields: { registeredAt: NOW }, keys: invited.keys })
    const moved = person('mover', { email: 'mover@One.Example' })
    await users.update('mover', 1, { fields: { email: moved.email }, keys: moved.keys })
    const left = person('ann', { email: 'ann@two.example' })
    await users.update('ann', 1, { fields: { email: left.email }, keys: left.keys })
    expect(await members('g')).toEqual(['invited', 'mover', 'odd', 'off'])
    await groups.update('g', 1, { domains: ['two.example'] })
    expect(await members('g')).toEqual(['ann'])
  })

  test('tells the groups somebody is in, by name then id, by hand where both are true', async (storage) => {
    const { groups } = storage
    await add(storage, person('ann'), person('bob'))
    const [zebra, second, first] = [
      group('a', { name: 'Zebra', domains: ['one.example', 'two.example'] }),
      group('c', { name: 'same' }),
      group('b', { name: 'Same', domains: ['one.example'] }),
    ]
    for (const one of [zebra, second, first, group('empty')]) await groups.insert(one)
    await join(storage, 'a', 'ann')
    await join(storage, 'c', 'ann', 'bob')
    expect(await groups.ofUser('ann')).toEqual([
      { id: 'b', name: 'Same', by: 'domain' },
      { id: 'c', name: 'same', by: 'hand' },
      { id: 'a', name: 'Zebra', by: 'hand' },
    ])
    expect((await groups.ofUser('bob')).map(({ id, by }) => [id, by])).toEqual([
      ['b', 'domain'],
      ['c', 'hand'],
      ['a', 'domain'],
    ])
    expect(await groups.ofUser('gone')).toEqual([])
  })

  test('counts the members inside a sight, each once', async (storage) => {
    const { groups } = storage
    await add(
      storage,
      person('ann', { organization: 'one' }),
      person('bob', { organization: 'one', registeredAt: null }),
      person('cat', { organization: 'two' }),
      person('dan', { email: 'dan@two.example', organization: 'two', grants: [grant('Viewer', 'app-1')] }),
    )
    await groups.insert(group('g', { domains: ['one.example'] }))
    await groups.insert(group('mixed'))
    await groups.insert(group('nobodys'))
    await join(storage, 'g', 'ann', 'bob')
    await join(storage, 'mixed', 'cat', 'dan')
    const counts = async (sight: Sight) => (await groups.list(sight)).map(({ id, members }) => [id, members])
    const none = ['nobodys', 0]
    expect(await counts(ALL)).toEqual([['g', 3], ['mixed', 2], none])
    const some = { kind: 'some', self: 'cat', organization: null, scopes: [] } as const
    expect(await counts(some)).toEqual([['g', 1], ['mixed', 1], none])
    expect(await counts({ ...some, organization: 'one' })).toEqual([['g', 3], ['mixed', 1], none])
    expect(await counts({ ...some, scopes: ['app-1'] })).toEqual([['g', 1], ['mixed', 2], none])
  })

  test('removes a group with what its members had by it; false when there was none', async (storage) => {
    const { groups, users } = storage
    await add(storage, person('ann'))
    await groups.insert(RICH)
    await join(storage, 'g-1', 'ann')
    expect((await users.find('ann'))?.grants).toHaveLength(2)
    expect(await groups.remove('gone')).toBe(false)
    expect(await groups.remove('g-1')).toBe(true)
    expect(await groups.remove('g-1')).toBe(false)
    expect(await users.find('ann')).toMatchObject({ grants: [], version: 1 })
    await groups.insert(group('g-1'))
    expect(await groups.ofUser('ann')).toEqual([])
  })

  test('forgets a membership with its person', async (storage) => {
    await add(storage, person('ann'))
    await storage.groups.insert(group('g'))
    await join(storage, 'g', 'ann')
    await storage.users.remove('ann')
    await add(storage, person('ann'))
    expect(await storage.groups.byHand('g', ['ann'])).toEqual([])
  })
}
