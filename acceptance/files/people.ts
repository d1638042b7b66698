import { directory } from '@rollcall/core/presets'
import { defineAttributes, emailProblem, type Policy, usernameProblem } from '@rollcall/core/rules'
import type { World } from '@rollcall/testing'
import fc from 'fast-check'
import { hostileText } from './texts.ts'

/** A field of each type. */
export const attributes = defineAttributes({
  costCentre: { label: 'Cost centre', type: 'text', screen: 'hidden' },
  note: { label: 'Note', type: 'text', screen: 'editable' },
  level: { label: 'Level', type: 'number', screen: 'read-only' },
  remote: { label: 'Remote', type: 'boolean', screen: 'editable' },
  since: { label: 'Since', type: 'date', screen: 'hidden' },
  shift: { label: 'Shift', type: 'text', choices: ['=early', "'late", ' split;shift ', '+1'], screen: 'editable' },
  size: { label: 'Size', type: 'number', screen: 'hidden' },
})

export type NewAccount = Parameters<World['rollcall']['users']['createUser']>[1]

const role = { description: '', rights: [], mayGrant: [] }

/** The directory with ids that look like formulas, a role that is called what another's id is, and two on one type. */
const withOddRoles: Policy = {
  ...directory,
  access: {
    ...directory.access,
    systemRoles: [
      { ...role, id: '-auditor', name: 'user', rank: 0, visibility: 'self' },
      { ...role, id: 'guest', name: '=Guest', rank: 0, visibility: 'self' },
      ...directory.access.systemRoles,
    ],
    scopedRoles: [
      ...directory.access.scopedRoles,
      { ...role, id: '-reader', name: 'curator', resourceType: 'library' },
      { ...role, id: 'curator', name: 'Curator', resourceType: 'library' },
    ],
  },
  signIn: {
    steps: 'together',
    providers: [
      { id: '-sso', name: 'Northwind', domains: [], startUrl: '/sso' },
      { id: 'saml', name: 'Contoso', domains: [], startUrl: '/saml' },
    ],
  },
}

/** By what the rows of a file are known. */
export const policies = {
  'user names': withOddRoles,
  addresses: {
    ...withOddRoles,
    identifier: 'email',
    username: null,
    organization: { from: 'email-domain', publicDomains: ['contoso.example'] },
  },
} satisfies Record<string, Policy>
export type PolicyName = keyof typeof policies

export const RESOURCES = [
  { id: '-apac', type: 'instance', isDefault: false },
  { id: 'emea', type: 'instance', isDefault: true },
  { id: 'default', type: 'instance', isDefault: false },
  { id: '-shelf', type: 'library', isDefault: false },
  { id: 'true', type: 'library', isDefault: true },
] as const

const MARKS = ['', '=', '+', '-', "'", "''", "'=", '=1+1', '-1', 'é', 'ß', '用户', '{', '|', '#']
const DOMAINS = ['northwind.example', 'contoso.example', 'straße.example', 'ＮＯＲＴＨＷＩＮＤ.example', '例え.example']

const email = fc.tuple(fc.constantFrom(...MARKS), fc.constantFrom(...MARKS), fc.constantFrom(...DOMAINS))
const username = fc.tuple(
  fc.constantFrom(...MARKS, '@', '"', ',', ';', 'שלום', '👩🚀', 'A\u0308'),
  fc.constantFrom(...MARKS, '@', '"', '",', ';', '\u0301', ';=1+1;', '@contoso.example', '👍🏽'),
)
const phone = fc.oneof(
  fc
    .tuple(fc.constantFrom('+', ''), fc.stringMatching(/^[0-9][0-9 ()./-]{3,28}[0-9]$/))
    .map(([plus, rest]) => plus + rest),
  fc.constant(''),
)
const grant = fc.constantFrom(
  ...['user', 'administrator', '-auditor', 'guest'].map((id) => ({ role: id, scope: null })),
  ...['-apac', 'emea', 'default'].map((scope) => ({ role: 'instance-user', scope })),
  ...['-shelf', 'true'].flatMap((scope) => ['-reader', 'curator'].map((id) => ({ role: id, scope }))),
)
const since = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
const required = hostileText(100).filter((text) => text.trim() !== '')
const authentication = fc.constantFrom(
  { kind: 'internal' as const },
  { kind: 'external' as const, provider: '-sso' },
  { kind: 'external' as const, provider: 'saml' },
)

const person = fc.record({
  email,
  username,
  organization: hostileText(253),
  rest: fc.record(
    {
      firstName: required,
      lastName: required,
      displayName: hostileText(200),
      jobTitle: hostileText(100),
      phone,
      language: fc.constantFrom('en-GB', 'de', 'DE', 'zh-Hant-TW', 'ar', 'de-u-co-phonebk'),
      timeZone: fc.constantFrom('Etc/UTC', 'Europe/Berlin', 'america/new_york', 'Etc/GMT+5', 'GMT'),
      muteNotifications: fc.boolean(),
      externalId: hostileText(255),
      authentication,
      enabled: fc.boolean(),
      protected: fc.boolean(),
      grants: fc.array(grant, { maxLength: 6 }),
      attributes: fc.record(
        {
          costCentre: hostileText(1_000),
          note: hostileText(1_000),
          level: fc.double({ noNaN: true, noDefaultInfinity: true }),
          remote: fc.boolean(),
          since: since.map((day) => day.toISOString().slice(0, 10)),
          shift: fc.constantFrom(...attributes.shift.choices),
          size: fc.integer(),
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ['firstName', 'lastName'] },
  ),
})

/** Accounts as the host could set them up under that policy, all of them different people. */
export function accounts(name: PolicyName): fc.Arbitrary<readonly NewAccount[]> {
  const { username: names, organization } = policies[name] as Policy
  return fc.array(person, { minLength: 1, maxLength: 8 }).map((people) =>
    people.map(({ rest, ...one }, index) => {
      const [before, after, domain] = one.email
      const address = `${before}p${index}p${after}@${domain}`
      const called = `${one.username[0]}u${index}u${one.username[1]}`
      return {
        ...rest,
        email: emailProblem(address) === null ? address : `p${index}p@${domain}`,
        ...(names ? { username: usernameProblem(called, names) === null ? called : `u${index}u` } : {}),
        ...(organization.from === 'host' ? { organization: one.organization } : {}),
      }
    }),
  )
}
