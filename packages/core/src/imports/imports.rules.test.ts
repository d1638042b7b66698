import { describe, expect, it, test } from 'vitest'
import type { Grant } from '../access/access-policy.rules.ts'
import { csvLine, unescaped } from '../kernel/csv.rules.ts'
import { directory } from '../presets/directory.ts'
import { ladder } from '../presets/ladder.ts'
import type { Policy } from '../system/policy.rules.ts'
import { defineAttributes } from '../users/attribute.rules.ts'
import { COLUMNS } from '../users/csv-columns.rules.ts'
import { newUser } from '../users/new-user.rules.ts'
import { askedFields, askedGrants, type Reading } from './asked.rules.ts'
import { attributeValue, type Given, listOf } from './cell.rules.ts'
import { columnsOf } from './header.rules.ts'
import { countAdministrators, problemText, stateOf } from './import.rules.ts'
import { LineIndex } from './line-index.rules.ts'

const attributes = defineAttributes({ badge: { label: 'Badge', type: 'number', screen: 'hidden' } })
const reading: Reading = {
  policy: directory,
  places: new Map([
    ['audits', { type: 'instance', isDefault: true }],
    ['training', { type: 'instance', isDefault: false }],
    ['apps', { type: 'app', isDefault: true }],
  ]),
}
const direct = (role: string, scope: string | null = null): Grant => ({ role, scope, source: 'direct' })
const oscar = {
  ...newUser(
    {
      id: 'oscar',
      email: 'Oscar@fabrikam.example',
      username: 'oscar',
      language: 'de',
      timeZone: 'Europe/Berlin',
      organization: null,
      protected: true,
      grants: [direct('user'), direct('instance-user', 'audits')],
    },
    0,
  ),
  jobTitle: 'Auditor',
  attributes: { badge: 7 },
}
const given = (cells: Partial<Given>): Given => ({ attributes: {}, ...cells })

describe('a header', () => {
  const columns = (headers: string[], mapping = {}, hashes = false) =>
    columnsOf(headers, 1, mapping, { key: 'username', attributes, hashes })

  it('is taken by the names that exports have, exactly [B62]', () => {
    expect(columns([...Object.values(COLUMNS), 'attr:badge'])).toHaveLength(Object.keys(COLUMNS).length + 1)
    expect(columns(['Email', 'Username', 'RefusedBecause'])).toEqual([
      { header: 'Email', column: 'email' },
      { header: 'Username', column: 'username' },
      { header: 'RefusedBecause', column: null },
    ])
  })

  it.each([
    [['Username', 'email'], { problem: 'unknown-column', column: 2, header: 'email' }],
    [['Username', 'Email '], { problem: 'unknown-column', column: 2, header: 'Email ' }],
    [['Username', 'attr:shoes'], { problem: 'unknown-column', column: 2, header: 'attr:shoes' }],
    [['Username', ''], { problem: 'unknown-column', column: 2, header: '' }],
    [['Username', 'constructor'], { problem: 'unknown-column', column: 2, header: 'constructor' }],
    [['Username', 'Email', 'Username'], { problem: 'doubled-header', column: 3, header: 'Username' }],
    [['Email', 'FirstName'], { problem: 'missing-header', column: null, header: 'Username' }],
  ])('is refused for the first thing that is wrong: %j', (headers, fault) => {
    expect(columns(headers)).toEqual({ line: 1, ...fault })
  })

  it('is read as it was mapped, which may leave columns out', () => {
    const mapping = { Login: 'username', Shoes: null, Nr: 'attr:badge' }
    expect(columns(['Login', 'Shoes', 'Nr'], mapping)).toEqual([
      { header: 'Login', column: 'username' },
      { header: 'Shoes', column: null },
      { header: 'Nr', column: 'attr:badge' },
    ])
    expect(columns(['Login', 'Username'], mapping)).toMatchObject({ problem: 'doubled-header', header: 'Username' })
    expect(columns(['Login', 'Nr'], { ...mapping, Nr: 'attr:gone' })).toMatchObject({ problem: 'unknown-column' })
  })

  it('brings in hashes where they may come in and it is mapped to them, never by its name', () => {
    const headers = ['Username', 'Pwd']
    const column = { header: 'Pwd', column: 'PasswordHash' }
    expect(columns(headers, { Pwd: 'PasswordHash' }, true)).toContainEqual(column)
    const reserved = { problem: 'reserved-column', line: 1, column: 2 }
    expect(columns(headers, { Pwd: 'PasswordHash' })).toEqual({ ...reserved, header: 'Pwd' })
    for (const hashes of [true, false]) {
      expect(columns(['Username', 'PasswordHash'], {}, hashes)).toEqual({ ...reserved, header: 'PasswordHash' })
    }
    expect(columns(['Username', 'PasswordHash'], { PasswordHash: null })).toHaveLength(2)
  })
})

describe('a cell', () => {
  test.each(['=1+1', '+49', '-1', '@x', '\tx', '\rx', "'x", "''", "'=1", 'x', ''])(
    'comes back as it went: %j',
    (text) => {
      const [, quoted] = /^"?([^"]*)"?\r\n$/.exec(csvLine([text])) ?? []
      expect(unescaped(quoted ?? '')).toBe(text)
    },
  )

  test('keeps an apostrophe that guards nothing', () => {
    expect(unescaped("'tis")).toBe("'tis")
  })

  test.each([
    ['number', '12', { value: 12 }],
    ['number', ' -1.5 ', { value: -1.5 }],
    ['number', '1e3', { value: 1000 }],
    ['number', 'Infinity', { code: 'invalid' }],
    ['number', 'twelve', { code: 'invalid' }],
    ['number', '1,5', { code: 'invalid' }],
    ['number', '', { code: 'invalid' }],
    ['boolean', 'TRUE', { value: true }],
    ['boolean', 'yes', { code: 'invalid' }],
    ['text', ' as it is ', { value: ' as it is ' }],
    ['date', '2026-02-28', { value: '2026-02-28' }],
  ] as const)('of a %s field means what its type says: %j', (type, text, value) => {
    expect(attributeValue({ label: '', type, screen: 'hidden' }, text)).toEqual(value)
  })

  test('holds several texts between semicolons', () => {
    expect(listOf(' a;b c ; ;d;')).toEqual(['a', 'b c', 'd'])
  })
})

describe('what a row asks for', () => {
  it.each<[string, Partial<Given>]>([
    ['repeats what is there', { email: oscar.email, jobTitle: 'Auditor', language: 'de', enabled: true }],
    [
      'leaves blank what cannot be empty',
      { email: null, language: null, timeZone: null, enabled: null, protected: null },
    ],
    ['leaves blank what is empty', { firstName: null, externalId: null, organization: null, provider: null }],
    ['spells the user name otherwise', { username: 'OSCAR' }],
    ['repeats a field of the host’s own', { attributes: { badge: 7 } }],
    ['repeats how they sign in', { authentication: 'internal', provider: null }],
  ])('is nothing when it %s', (_, cells) => {
    expect(askedFields(reading, oscar, given(cells))).toEqual({})
  })

  it.each<[Partial<Given>, object]>([
    [{ jobTitle: null }, { jobTitle: null }],
    [{ email: 'oscar@fabrikam.example' }, { email: 'oscar@fabrikam.example' }],
    [
      { enabled: false, protected: false },
      { enabled: false, protected: false },
    ],
    [{ attributes: { badge: null } }, { attributes: { badge: null } }],
    [{ authentication: 'external' }, { authentication: { kind: 'external' } }],
    [{ provider: 'sso' }, { authentication: { kind: 'external', provider: 'sso' } }],
    [{ authentication: 'external', provider: 'sso' }, { authentication: { kind: 'external', provider: 'sso' } }],
  ])('is the difference, blank where something is to be emptied: %j [B68]', (cells, asked) => {
    expect(askedFields(reading, oscar, given(cells))).toEqual(asked)
  })

  it('keeps the provider of whoever has one', () => {
    const external = { ...oscar, authentication: { kind: 'external' as const, provider: 'sso', subject: 'o' } }
    for (const provider of [null, undefined, 'sso']) {
      const cells = provider === undefined ? {} : { provider }
      expect(askedFields(reading, external, given({ authentication: 'external', ...cells }))).toEqual({})
    }
    const other = { kind: 'external', provider: 'other' }
    expect(askedFields(reading, external, given({ provider: 'other' }))).toEqual({ authentication: other })
    expect(askedFields(reading, external, given({ authentication: 'internal', provider: null }))).toEqual({
      authentication: { kind: 'internal' },
    })
  })

  it('is, of somebody new, what differs from what everybody begins with', () => {
    const blank = { firstName: null, language: null, enabled: null, organization: null, attributes: { badge: null } }
    expect(
      askedFields(reading, null, given({ ...blank, muteNotifications: false, authentication: 'internal' })),
    ).toEqual({})
    const full = { username: 'lena', email: 'lena@x.example', enabled: true, attributes: { badge: 1 } }
    expect(askedFields(reading, null, given(full))).toEqual(full)
  })

  it('leaves the address alone where rows are known by it, and the organization that follows from it', () => {
    const policy: Policy = { ...ladder, username: null, organization: { from: 'email-domain', publicDomains: [] } }
    const known = { ...oscar, username: null, organization: 'fabrikam.example' }
    const follows = { policy, places: new Map() }
    expect(askedFields(follows, known, given({ email: 'OSCAR@fabrikam.example', organization: null }))).toEqual({})
    const cells = { email: 'lena@fabrikam.example', organization: 'fabrikam.example' }
    expect(askedFields(follows, null, given(cells))).toEqual({ email: cells.email })
    const foreign = given({ ...cells, organization: 'contoso.example' })
    expect(askedFields(follows, null, foreign)).toMatchObject({ organization: 'contoso.example' })
  })
})

describe('the roles a row asks for', () => {
  const user = { role: 'user', scope: null }
  const at = (scope: string) => ({ role: 'instance-user', scope })

  it.each<[string, Partial<Given>]>([
    ['there are no such columns', {}],
    ['they are there', { roles: ['user'], instances: ['audits'] }],
    ['they are there by name and with the role', { roles: ['User'], instances: ['audits:instance-user'] }],
    ['they are there twice', { roles: ['user', 'user'] }],
    ['one column is left out', { instances: ['audits'] }],
  ])('stay when %s', (_, cells) => {
    expect(askedGrants(reading, oscar, given(cells))).toEqual({ wrong: [] })
  })

  it.each<[Partial<Given>, object]>([
    [{ roles: ['user', 'Administrator'] }, [user, { role: 'administrator', scope: null }, at('audits')]],
    [{ instances: ['training'] }, [user, at('training')]],
    [{ instances: ['default', 'training'] }, [user, at('audits'), at('training')]],
    [{ instances: null }, [user]],
  ])('are all that the columns name: %j [B69]', (cells, grants) => {
    expect(askedGrants(reading, oscar, given(cells))).toMatchObject({ grants, wrong: [] })
  })

  it('are those of everybody where the cell is blank, and none for whoever has none', () => {
    const boss = { ...oscar, grants: [direct('administrator')] }
    expect(askedGrants(reading, boss, given({ roles: null })).grants).toEqual([user])
    expect(askedGrants(reading, { ...oscar, grants: [] }, given({ roles: null }))).toEqual({ wrong: [] })
    expect(askedGrants(reading, null, given({ roles: null, instances: null }))).toEqual({ wrong: [] })
  })

  it.each<[Partial<Given>, string[]]>([
    [{ roles: ['chef'] }, ['roles']],
    [{ roles: ['instance-user'] }, ['roles']],
    [{ instances: ['nowhere'] }, ['instances']],
    [{ instances: ['apps'] }, ['instances']],
    [{ instances: ['audits:user'] }, ['instances']],
    [{ roles: ['chef'], instances: ['nowhere'] }, ['roles', 'instances']],
  ])('are wrong where there is no such thing: %j', (cells, wrong) => {
    expect(askedGrants(reading, oscar, given(cells))).toEqual({ wrong })
  })

  it('stay as they are where nobody knows the role or the instance any more', () => {
    const old = { ...oscar, grants: [direct('veteran'), direct('instance-user', 'closed')] }
    expect(askedGrants(reading, old, given({ roles: ['veteran'], instances: ['closed'] }))).toEqual({ wrong: [] })
  })
})

describe('an import', () => {
  it.each([
    [0, 0, 'finished'],
    [5, 0, 'previewed'],
    [5, 4, 'applying'],
    [5, 5, 'finished'],
  ])('of %i rows to apply of which %i were is %s', (toDo, reached, state) => {
    expect(stateOf(toDo, reached)).toBe(state)
  })

  it('counts administrators from row to row, and keeps the last', () => {
    const boss = { registeredAt: 1, enabled: true, grants: [direct('administrator')] }
    const count = { left: 2 }
    const roles = ['administrator']
    expect(countAdministrators(count, roles, boss, { ...boss, enabled: false })).toBe(true)
    expect(countAdministrators(count, roles, boss, { ...boss, grants: [] })).toBe(false)
    expect(countAdministrators(count, roles, { ...boss, grants: [] }, boss)).toBe(true)
    expect(countAdministrators(count, roles, boss, { ...boss, grants: [] })).toBe(true)
    expect(countAdministrators(count, roles, boss, boss)).toBe(true)
    expect(count).toEqual({ left: 1 })
  })

  it('says why a row was refused, with the column and the earlier line', () => {
    const problem = { column: 'Email', position: 2, code: 'in-use', reason: null, line: 7 } as const
    expect(problemText(problem)).toBe('Email: in-use, as in line 7')
    const refused = { column: null, position: null, code: 'not-allowed', reason: 'not-covered', line: null } as const
    expect(problemText(refused)).toBe('not-allowed (not-covered)')
  })
})

describe('the index of lines', () => {
  it('knows where each of many keys stood first, and no other', () => {
    const index = new LineIndex(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]), 2)
    for (let line = 1; line <= 50_000; line += 1) expect(index.note(`person${line}@one.example`, line)).toBeNull()
    for (const line of [1, 2, 777, 49_999, 50_000]) expect(index.note(`person${line}@one.example`, 99_999)).toBe(line)
    expect(index.note('', 7)).toBeNull()
    expect(index.note('', 8)).toBe(7)
  })
})
