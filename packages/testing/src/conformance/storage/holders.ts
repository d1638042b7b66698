import type { Storage } from '@rollcall/core'
import type { Grant } from '@rollcall/core/rules'
import { expect } from 'vitest'
import type { TestStorageCase } from '../storage.ts'
import { add, grant, NOW, person } from './records.ts'

/** The ids of those people, sorted; the count must agree. */
async function holders({ users }: Storage, ...roles: readonly string[]): Promise<string[]> {
  const found = await users.listHolders(roles)
  expect(await users.countHolders(roles)).toBe(found.length)
  return found.map(({ id }) => id).sort()
}

export function testHolders(test: TestStorageCase): void {
  test('tells the registered and enabled, each once, who hold a role on the whole product', async (storage) => {
    await add(
      storage,
      person('one', { grants: [grant('Owner')] }),
      person('both', { grants: [grant('Owner'), grant('Admin'), { ...grant('Owner'), source: 'import' }] }),
      person('other', { grants: [{ ...grant('Admin'), source: 'provider' }] }),
      person('scoped', { grants: [grant('Owner', 'app:1')] }),
      person('invited', { grants: [grant('Owner')], registeredAt: null }),
      person('disabled', { grants: [grant('Owner')], enabled: false }),
      person('case', { grants: [grant('owner')] }),
      person('none'),
    )
    expect(await holders(storage, 'Owner')).toEqual(['both', 'one'])
    expect(await holders(storage, 'Owner', 'Admin')).toEqual(['both', 'one', 'other'])
    expect(await holders(storage, 'Nobody')).toEqual([])
    expect(await holders(storage)).toEqual([])
  })

  test('lists holders whole, as they are found by id', async (storage) => {
    await add(storage, person('ann', { grants: [grant('Owner'), grant('Editor', 'app:1')] }), person('bob'))
    await storage.users.noteSignIn('ann', NOW)
    expect(await storage.users.listHolders(['Owner'])).toEqual([await storage.users.find('ann')])
  })

  test('tells the resources on which nobody registered and enabled holds a role', async (storage) => {
    const on = (scope: string, source: Grant['source'] = 'direct') => ({ ...grant('owner', scope), source })
    await add(
      storage,
      person('direct', { grants: [on('direct')] }),
      person('import', { grants: [on('import', 'import')] }),
      person('provider', { grants: [on('provider', 'provider')] }),
      person('invited', { grants: [on('invited')], registeredAt: null }),
      person('disabled', { grants: [on('disabled')], enabled: false }),
      person('viewer', { grants: [grant('viewer', 'viewed'), grant('Owner', 'case')] }),
      person('everywhere', { grants: [grant('owner')] }),
      person('unasked', { grants: [on('unasked')] }),
    )
    const { users } = storage
    const without = async (...scopes: string[]) => [...(await users.scopesWithout('owner', scopes, null))].sort()
    expect(await without('direct', 'import', 'provider')).toEqual([])
    const ownerless = ['case', 'disabled', 'invited', 'unknown', 'viewed']
    expect(await without(...ownerless)).toEqual(ownerless)
    expect(await without('unknown', 'import', 'DIRECT')).toEqual(['DIRECT', 'unknown'])
    expect(await without()).toEqual([])
  })

  test('tells the resources that are without a role once somebody is left out of account', async (storage) => {
    const { users } = storage
    const owner = (scope: string) => grant('owner', scope)
    await add(
      storage,
      person('ann', {
        grants: [owner('hers'), owner('shared'), owner('stale'), { ...owner('hers'), source: 'import' }],
      }),
      person('bob', { grants: [owner('shared'), grant('viewer', 'hers')] }),
      person('cat', { grants: [owner('stale')], enabled: false }),
    )
    const scopes = ['hers', 'shared', 'stale']
    expect(await users.scopesWithout('owner', scopes, null)).toEqual([])
    expect([...(await users.scopesWithout('owner', scopes, 'ann'))].sort()).toEqual(['hers', 'stale'])
    for (const other of ['bob', 'cat', 'nobody']) {
      expect(await users.scopesWithout('owner', scopes, other)).toEqual([])
    }
  })
}
