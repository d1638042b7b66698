import { describe, expect, it } from 'vitest'
import type { UsersFilter } from './users-filter.ts'
import { viewIn, withView } from './users-table-address.ts'
import { layoutOf } from './users-table-layout.ts'

const FULL: UsersFilter = {
  q: 'lind, qvist & co',
  status: ['locked', 'not-confirmed'],
  role: ['publisher'],
  resource: ['audits-emea'],
  organization: ['northwind.example', 'contoso.example'],
  group: ['field-team'],
  authentication: 'external',
  enabled: false,
  lastSignInBefore: '2026-03-01T00:00:00.000Z',
  sort: '-lastSignInAt',
  limit: 100,
  cursor: 'eyJhIjoxfQ==',
  offset: 200,
}

describe('a view in an address', () => {
  it('comes back as it was', () => {
    const layout = layoutOf('status:180,name,-email')
    const search = withView('', 'users', { filter: FULL, layout })
    expect(viewIn(search, 'users')).toEqual({ filter: FULL, layout })
    expect(search).toContain('users.columns=status:180,name,-email')
  })

  it('leaves what is the host’s, and what is another table’s', () => {
    const search = withView('?tab=people&q=mine&staff.q=other', 'users', { filter: { q: 'a' }, layout: undefined })
    expect(search).toBe('tab=people&q=mine&staff.q=other&users.q=a')
    expect(viewIn(search, 'staff').filter).toEqual({ q: 'other' })
    expect(withView(search, 'users', { filter: undefined, layout: undefined })).toBe('tab=people&q=mine&staff.q=other')
  })

  it('says nothing where there is nothing of the table', () => {
    expect(viewIn('?q=mine', 'users')).toEqual({ filter: undefined, layout: undefined })
  })

  it('tells that somebody took every filter away from an address without any', () => {
    expect(viewIn(withView('', 'users', { filter: {}, layout: undefined }), 'users').filter).toEqual({})
  })

  it.each([
    'users.status=on-fire,locked',
    'users.status=locked&users.sort=password&users.limit=7&users.enabled=maybe&users.offset=-3',
    'users.status=locked&users.lastSignInBefore=soon&users.authentication=magic&users.offset=2.5',
  ])('passes over what makes no sense in %j', (search) => {
    expect(viewIn(search, 'users').filter).toEqual({ status: ['locked'] })
  })
})
