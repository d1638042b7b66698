import { directory, inviteFirst, ladder } from '@rollcall/core/presets'
import { type Policy, policyProblems, type Relation, type ScopedRole, type SystemRole } from '@rollcall/core/rules'
import fc from 'fast-check'
import type { Atom } from './reach.ts'

/** A policy, and what the people of a story hold under it. */
export interface Setting {
  readonly policy: Policy
  /** What those who act together hold; a little, so that there is something to gain. */
  readonly members: fc.Arbitrary<readonly Atom[]>
  /** What those who look on hold. */
  readonly others: fc.Arbitrary<readonly Atom[]>
}

const on = (role: string, scope: string | null = null): Atom => ({ role, scope })

/** Jobs as people have them in an app store. */
const product = fc.constantFrom<readonly Atom[]>(
  [on('owner', 'place-a')],
  [on('owner', 'place-a'), on('owner', 'place-b')],
  [on('owner', 'place-b'), on('developer', 'place-a')],
  [on('developer', 'place-a')],
  [on('api-user', 'place-b')],
  [on('publisher')],
  [],
)
const management = fc.constantFrom<readonly Atom[]>(
  [on('user-management')],
  [on('publisher'), on('user-management')],
  [on('user-management'), on('owner', 'place-a')],
)
const administration = fc.constant<readonly Atom[]>([on('admin')])

const appStore: Setting = {
  policy: inviteFirst,
  members: fc.oneof(
    { weight: 3, arbitrary: product },
    { weight: 3, arbitrary: management },
    { weight: 2, arbitrary: administration },
  ),
  others: fc.oneof({ weight: 3, arbitrary: product }, management, { weight: 2, arbitrary: administration }),
}

const rung = (from: number, to: number) =>
  fc.constantFrom(...ladder.access.systemRoles.slice(from, to + 1).map(({ id }) => on(id)))
const onSurveys = fc.uniqueArray(
  fc.constantFrom(
    on('maker', 'place-a'),
    on('maker', 'place-b'),
    on('researcher', 'place-a'),
    on('observer', 'place-b'),
  ),
  { maxLength: 2 },
)
const rungWith = (from: number, to: number) => {
  return fc.tuple(rung(from, to), onSurveys).map(([system, scoped]): readonly Atom[] => [system, ...scoped])
}

/** API tokens are there as well, so that every way can be tried. */
const surveyPlatform: Setting = {
  policy: {
    ...ladder,
    apiTokens: { perUser: 2, lifetimeDays: 365 },
    temporaryPassword: { lifetimeHours: 24, channels: ['screen', 'mail'] },
  },
  members: fc.oneof({ weight: 2, arbitrary: rungWith(0, 3) }, { weight: 3, arbitrary: rungWith(4, 5) }, rungWith(6, 6)),
  others: fc.oneof(rungWith(0, 4), rungWith(5, 6)),
}

const everyRole = ['user', 'help-desk', 'administrator', 'hub-administrator', 'instance-user', 'instance-lead']

/** Beside administrators a help desk, which sets people up and edits them, and people in charge of single instances. */
const complianceHub: Policy = {
  ...directory,
  identifier: 'either',
  password: inviteFirst.password,
  registration: { signsIn: true },
  welcome: { lifetimeHours: 7 * 24, codeMinutes: 60, mode: 'everybody' },
  apiTokens: surveyPlatform.policy.apiTokens,
  access: {
    ...directory.access,
    systemRoles: [
      ...directory.access.systemRoles.map((role) => (role.id === 'user' ? role : { ...role, mayGrant: everyRole })),
      {
        id: 'help-desk',
        name: 'Help desk',
        description: '',
        rank: 1,
        rights: [
          'users.read',
          'users.create',
          'users.edit',
          'users.welcome',
          'access.assign',
          'passwords.sendResetLink',
        ],
        visibility: 'all',
        mayGrant: ['user', 'instance-user'],
      },
    ],
    scopedRoles: [
      ...directory.access.scopedRoles,
      {
        id: 'instance-lead',
        name: 'Lead',
        description: '',
        resourceType: 'instance',
        rights: ['users.read', 'access.assign', 'instance.use'],
        mayGrant: ['instance-user'],
      },
    ],
  },
}
const assigned = fc.subarray([on('instance-user', 'place-a'), on('instance-lead', 'place-a')])
const jobOf = (...roles: readonly string[]) =>
  fc.tuple(fc.constantFrom(...roles), assigned).map(([role, more]): readonly Atom[] => {
    return [on('user'), ...(role === 'user' ? [] : [on(role)]), ...more]
  })
const hub = {
  members: fc.oneof(
    jobOf('user'),
    { weight: 4, arbitrary: jobOf('help-desk') },
    jobOf('administrator', 'hub-administrator'),
  ),
  others: fc.oneof({ weight: 3, arbitrary: jobOf('user', 'help-desk') }, jobOf('administrator', 'hub-administrator')),
}

/** The hub as it is, and one where nobody is set up any more and addresses stay what they are. */
const hubs: readonly Setting[] = [
  { policy: complianceHub, ...hub },
  { policy: { ...complianceHub, onboarding: ['invitation'], emailEditable: false }, ...hub },
]

const RIGHTS = [
  ...['users.read', 'users.edit', 'users.disable', 'users.delete', 'users.reactivate', 'invitations.send'],
  ...['invitations.revoke', 'access.assign', 'passwords.issue', 'passwords.set', 'passwords.sendResetLink'],
  ...['sessions.revoke', 'impersonation.start', 'apiTokens.manage', 'groups.read', 'groups.manage', 'lockout.unlock'],
  ...['access.readRoles', 'audit.read', 'users.readFailedSignIns'],
]
const rights = fc.subarray(RIGHTS, { minLength: 3 })
const SYSTEM = ['one', 'two', 'three', 'four', 'five']
const SCOPED = ['alpha', 'beta', 'gamma']

const systemRole = fc.record({
  rank: fc.nat(4),
  rights,
  visibility: fc.constantFrom<SystemRole['visibility']>('all', 'all', 'organization', 'self'),
  mayGrant: fc.subarray([...SYSTEM, ...SCOPED], { maxLength: 3 }),
  reaches: fc.option(fc.constantFrom('beta', 'gamma'), { freq: 4 }),
})
const scopedRole = fc.record({ rights, mayGrant: fc.subarray(SCOPED, { maxLength: 1 }) })
const relation = fc.constantFrom<Relation>('covers', 'outranks')

/** Roles by chance; what they may give is completed, so that a good part of them passes the check at start-up. */
const generated = fc
  .record({
    system: fc.array(systemRole, { minLength: 3, maxLength: 5 }),
    scoped: fc.tuple(scopedRole, scopedRole, scopedRole),
    one: fc.boolean(),
    relations: fc.array(relation, { minLength: 12, maxLength: 12 }),
  })
  .map(({ system, scoped, one, relations }): Policy => {
    const ids = [...SYSTEM.slice(0, system.length), ...SCOPED]
    const grants = completed(
      new Map(
        [...system, ...scoped].map(({ mayGrant }, index) => [
          ids[index] ?? '',
          mayGrant.filter((id) => ids.includes(id)),
        ]),
      ),
    )
    const systemRoles = system.map(({ reaches, visibility, ...role }, index): SystemRole => {
      const id = SYSTEM[index] ?? ''
      const named = { id, name: id, description: '' }
      const about = { ...role, ...named, mayGrant: grants.get(id) ?? [] }
      return reaches === null ? { ...about, visibility } : { ...about, visibility: 'all', reach: { thing: reaches } }
    })
    const scopedRoles = scoped.map((role, index): ScopedRole => {
      const id = SCOPED[index] ?? ''
      return { ...role, id, name: id, description: '', resourceType: 'thing', mayGrant: grants.get(id) ?? [] }
    })
    // What only helps stays a matter of right; what harms or takes over is decided by the relation drawn for it.
    const { actions } = inviteFirst.access
    const drawn = Object.entries(actions).map(([action, rule], index) => {
      const helps = rule.relation === 'right' && action !== 'assign'
      return [action, helps ? rule : { ...rule, relation: relations[index % relations.length] ?? 'covers' }]
    })
    return {
      ...surveyPlatform.policy,
      preset: 'generated',
      deletion: { self: true, protectedByDefault: false },
      access: {
        systemRoles,
        scopedRoles,
        systemRolesPerUser: one ? 'one' : 'many',
        defaultRole: null,
        rights: [],
        administrators: [SYSTEM[0] ?? ''],
        ownerRoles: { thing: 'alpha' },
        actions: { ...actions, ...Object.fromEntries(drawn) },
      },
    }
  })
  .filter((policy) => policyProblems(policy).length === 0)

/** Whoever may give a role may give what that one may. */
function completed(grants: ReadonlyMap<string, readonly string[]>): Map<string, readonly string[]> {
  const reachable = (id: string, seen = new Set<string>()): Set<string> => {
    for (const next of grants.get(id) ?? []) {
      if (seen.has(next)) continue
      seen.add(next)
      reachable(next, seen)
    }
    return seen
  }
  return new Map([...grants.keys()].map((id) => [id, [...reachable(id)]]))
}

function anybody({ access }: Policy): fc.Arbitrary<readonly Atom[]> {
  const systems = access.systemRoles.map(({ id }) => on(id))
  const system = access.systemRolesPerUser === 'one' ? { minLength: 1, maxLength: 1 } : { maxLength: 2 }
  const scoped = fc.subarray(
    ['place-a', 'place-b'].flatMap((place) => SCOPED.map((id) => on(id, place))),
    { maxLength: 2 },
  )
  return fc.tuple(fc.subarray(systems, system), scoped).map(([a, b]) => [...a, ...b])
}

/** The settings stories are told in, by name. */
export const settings = {
  'invite-first': fc.constant(appStore),
  ladder: fc.constant(surveyPlatform),
  directory: fc.constantFrom(...hubs),
  generated: generated.map((policy): Setting => ({ policy, members: anybody(policy), others: anybody(policy) })),
} as const satisfies Record<string, fc.Arbitrary<Setting>>
export type SettingName = keyof typeof settings
