import type { AuditFilter, Storage } from '@rollcall/core'
import { expect } from 'vitest'
import type { TestStorageCase } from '../storage.ts'
import { add, entry, grant, group, join, NOW, person, seal, WHOLE_TRAIL } from './records.ts'

const party = (id: string) => ({ id, name: id })
const [ann, bob, cat, gone] = [party('ann'), party('bob'), party('cat'), party('gone')]

/** Oldest first. */
const ENTRIES = [
  entry('1-about-bob', { real: ann, effective: ann, target: bob }),
  entry('2-by-bob', { real: bob, effective: bob, target: null, action: 'signIn.signIn' }),
  entry('3-bob-on-ann', { real: bob, effective: bob, target: ann, action: 'users.editUser' }),
  entry('4-as-bob', { real: cat, effective: bob, target: cat, action: 'users.editUser' }),
  entry('5-as-bob-alone', { real: cat, effective: bob, target: null }),
  entry('6-about-gone', { real: bob, effective: bob, target: gone }),
  entry('7-system', { real: party('system'), effective: party('system'), target: null, action: 'signIn.signIn' }),
  entry('8-visitor', { real: null, effective: null, target: null }),
].map((one, index) => ({ ...one, at: NOW + index }))

async function populate(storage: Storage): Promise<void> {
  await add(
    storage,
    person('ann', { organization: 'one' }),
    person('bob', { organization: 'two' }),
    person('cat', { organization: 'two', grants: [grant('Viewer', 'app-1')] }),
  )
  for (const one of ENTRIES) await storage.audit.append(one)
  await storage.audit.seal(seal(1, 2), ['2-by-bob', '4-as-bob'])
}

/** The numbers of the entries found, oldest first. */
async function numbers({ audit }: Storage, filter: Partial<AuditFilter>, limit = 10): Promise<string> {
  const found = await audit.list({ ...WHOLE_TRAIL, ...filter }, null, limit)
  return found
    .map(({ id }) => id.slice(0, 1))
    .reverse()
    .join('')
}

export function testAuditFilters(test: TestStorageCase): void {
  test('shows those who see all the whole trail, of people who are gone too', async (storage) => {
    await populate(storage)
    expect(await numbers(storage, {})).toBe('12345678')
  })

  test('shows others the entries whose target, or without one whose actor, they see', async (storage) => {
    await populate(storage)
    const some = { kind: 'some', self: 'ann', organization: null, scopes: [] } as const
    expect(await numbers(storage, { sight: some })).toBe('3')
    expect(await numbers(storage, { sight: { ...some, self: 'bob' } })).toBe('12')
    expect(await numbers(storage, { sight: { ...some, organization: 'two' } })).toBe('12345')
    expect(await numbers(storage, { sight: { ...some, scopes: ['app-1'] } })).toBe('345')
    await storage.groups.insert(group('g', { grants: [{ role: 'Viewer', scope: 'app-2' }] }))
    await join(storage, 'g', 'bob')
    expect(await numbers(storage, { sight: { ...some, scopes: ['app-2'] } })).toBe('123')
    await storage.users.remove('bob')
    expect(await numbers(storage, { sight: { ...some, organization: 'two' } })).toBe('345')
  })

  test('narrows by person inside a sight', async (storage) => {
    await populate(storage)
    const sight = { kind: 'some', self: 'cat', organization: null, scopes: [] } as const
    expect(await numbers(storage, { sight, userId: 'bob' })).toBe('45')
    expect(await numbers(storage, { sight, userId: 'ann' })).toBe('')
    expect(await numbers(storage, { userId: 'gone' })).toBe('6')
  })

  test('narrows by any of the actions, exactly as written', async (storage) => {
    await populate(storage)
    expect(await numbers(storage, { actions: ['signIn.signIn'] })).toBe('27')
    expect(await numbers(storage, { actions: ['signIn.signIn', 'users.editUser'] })).toBe('2347')
    expect(await numbers(storage, { actions: ['signin.signin'] })).toBe('')
  })

  test('narrows by time, the first instant included and the last not', async (storage) => {
    await populate(storage)
    expect(await numbers(storage, { from: NOW + 2 })).toBe('345678')
    expect(await numbers(storage, { until: NOW + 2 })).toBe('12')
    expect(await numbers(storage, { from: NOW + 1, until: NOW + 3 })).toBe('23')
    expect(await numbers(storage, { from: NOW + 3, until: NOW + 3 })).toBe('')
  })

  test('narrows to what was done while acting as somebody else', async (storage) => {
    await populate(storage)
    expect(await numbers(storage, { impersonated: true })).toBe('45')
    expect(await numbers(storage, { impersonated: true, userId: 'cat', actions: ['users.editUser'] })).toBe('4')
    expect(await numbers(storage, { impersonated: true, userId: 'ann' })).toBe('')
  })

  test('pages inside a filter, newest first', async (storage) => {
    await populate(storage)
    const filter = { ...WHOLE_TRAIL, userId: 'bob', until: NOW + 5 }
    expect(await numbers(storage, filter, 2)).toBe('45')
    const after = { at: NOW + 3, id: '4-as-bob' }
    const next = await storage.audit.list(filter, after, 2)
    expect(next).toEqual([ENTRIES[2], ENTRIES[1]])
  })
}
