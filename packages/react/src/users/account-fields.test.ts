import { expect, test } from 'vitest'
import { accountErrors } from './account-check.ts'
import { creationOf, draftedName, editOf, groupOf, newAccount, roleField, roleOf } from './account-fields.ts'
import { appsOf, matching } from './account-instances.ts'
import type { AccountPolicy, AccountResource } from './account-policy-query.ts'

const role = { description: '', mayGrant: true }

const policy = {
  roles: [
    { ...role, id: 'user', name: 'User', resourceType: null, rank: 0 },
    { ...role, id: 'assigned', name: 'Assigned', resourceType: 'instance', rank: null },
  ],
  creationFields: { firstName: true, jobTitle: false, language: false, timeZone: false },
  username: { format: 'text' },
  protectedByDefault: true,
  timeZone: 'Etc/UTC',
  languages: ['en-GB', 'de'],
  containers: { instance: 'app' },
  attributes: [{ key: 'cost', label: 'Cost', type: 'number', choices: null, screen: 'editable' }],
  systemRolesPerUser: 'many',
  defaultRole: 'user',
} as const satisfies Partial<AccountPolicy> as unknown as AccountPolicy

const resource = (one: Partial<AccountResource> & { id: string }): AccountResource => {
  return {
    type: 'instance',
    name: one.id,
    parent: null,
    isDefault: false,
    nextSteps: null,
    mayGrant: ['assigned'],
    ...one,
  }
}
const resources = [
  resource({ id: 'app', type: 'app', name: 'App', mayGrant: [], isDefault: true }),
  resource({ id: 'b', name: 'B10', parent: 'app', isDefault: true }),
  resource({ id: 'a', name: 'B9', parent: 'app' }),
  resource({ id: 'locked', parent: 'app', isDefault: true, mayGrant: [] }),
  resource({ id: 'alone' }),
]

test('the field of a role says which and where', () => {
  expect(roleOf(roleField('user', null))).toEqual({ role: 'user', scope: null })
  expect(roleOf(roleField('assigned', 'a'))).toEqual({ role: 'assigned', scope: 'a' })
  expect(roleOf('firstName')).toBeNull()
})

test('[B8][B10][B31] somebody new has the policy’s defaults, the basic role, and the default instances the reader may give', () => {
  expect(newAccount(policy, resources)).toEqual({
    language: 'en-GB',
    timeZone: 'Etc/UTC',
    muteNotifications: false,
    authentication: 'internal',
    enabled: true,
    protected: true,
    'role:user': true,
    'role:assigned@b': true,
  })
})

test('a creation sends what the policy lets administrators fill in, and every role', () => {
  const account = { ...newAccount(policy, resources), firstName: 'Lena', email: 'l@x.example', 'attributes.cost': '7' }
  expect(creationOf({ ...account, displayName: 'not asked for', 'role:user': null }, policy)).toEqual({
    firstName: 'Lena',
    language: 'en-GB',
    timeZone: 'Etc/UTC',
    email: 'l@x.example',
    authentication: { kind: 'internal', provider: null },
    enabled: true,
    protected: true,
    attributes: { cost: 7 },
    grants: [{ role: 'assigned', scope: 'b' }],
  })
})

test('an edit sends what was changed, and all roles only where one was', () => {
  const account = {
    firstName: 'Lena',
    authentication: 'external:sso',
    'role:user': true,
    'role:elsewhere@survey': true,
  }
  expect(editOf(account, ['authentication'], policy)).toEqual({ authentication: { kind: 'external', provider: 'sso' } })
  expect(editOf({ ...account, 'role:user': null }, ['role:user'], policy)).toEqual({
    grants: [{ role: 'elsewhere', scope: 'survey' }],
  })
  expect(editOf(account, ['attributes.cost'], policy)).toEqual({ attributes: { cost: null } })
})

test('[B27] what is wrong is known by its field, and its field by its group', () => {
  const account = { firstName: ' ', email: 'nobody', username: 'lena vogt', 'attributes.cost': 'many' }
  const errors = accountErrors(policy, account, null)
  expect(errors).toEqual({
    firstName: 'required',
    email: 'invalid',
    username: 'contains-space',
    'attributes.cost': 'invalid',
  })
  expect(Object.keys(errors).map(groupOf)).toEqual(['userDetails', 'preferences', 'userDetails', 'loginDetails'])
})

test('an edit looks at what was changed alone', () => {
  expect(accountErrors(policy, { firstName: null, email: 'nobody' }, ['jobTitle'])).toEqual({})
  expect(accountErrors(policy, { firstName: null }, ['firstName'])).toEqual({ firstName: 'required' })
})

test('exactly one role has to be chosen where there is none for people without', () => {
  const strict = { ...policy, systemRolesPerUser: 'one', defaultRole: null } as const
  expect(accountErrors(strict, { 'role:assigned@b': true }, [])).toEqual({ grants: 'required' })
  expect(accountErrors(strict, { 'role:user': true }, [])).toEqual({})
})

test('somebody is called by their names, else their user name', () => {
  expect(draftedName({ firstName: 'Lena', lastName: 'Vogt', username: 'lv' })).toBe('Lena Vogt')
  expect(draftedName({ username: 'lv' })).toBe('lv')
})

test('[B29] instances stand by name in their apps, those without an app last, and held ones nobody listed too', () => {
  const held = [{ id: 'old', type: 'instance', name: 'Old', parent: { id: 'gone', name: 'Gone app' } }]
  const apps = appsOf(policy.containers, resources, held, 'en-GB')
  expect(apps.map(({ name, instances }) => [name, instances.map(({ id }) => id)])).toEqual([
    ['App', ['a', 'b', 'locked']],
    ['Gone app', ['old']],
    [null, ['alone']],
  ])
  expect(matching(apps, 'b10').map(({ instances }) => instances.map(({ id }) => id))).toEqual([['b']])
  expect(matching(apps, 'gone')).toHaveLength(1)
})
