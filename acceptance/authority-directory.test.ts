import { directory } from '@rollcall/core/presets'
import {
  compileAccess,
  decide,
  defineAttributes,
  type Grant,
  hasRight,
  mayChangeGrants,
  mayInvite,
  powerOf,
  type User,
} from '@rollcall/core/rules'
import { createWorld, PASSWORD } from '@rollcall/testing'
import { expect, it } from 'vitest'
import { expectedOf, type Line, linesOf, nameOf } from './authority.ts'
import { OPERATIONS, operationOf } from './operations.ts'
import { insertIn, insertUser, openSession, type Stored } from './stored.ts'
import { reasonOf, visit } from './visit.ts'

const EMEA = 'audits-emea'
const access = compileAccess(directory.access)

/** Operations on nobody, and the right that decides each. */
const NEEDS: Readonly<Record<string, string>> = {
  'users.createUser': 'users.create',
  'users.listUsers': 'users.read',
  'users.countUsers': 'users.read',
  'users.exportUsers': 'users.read',
  'imports.previewImport': 'users.import',
  'settings.getSettings': 'settings.edit',
  'settings.editSettings': 'settings.edit',
  'resources.setDefault': 'resources.manage',
  'access.listRoles': 'access.readRoles',
  'groups.listGroups': 'groups.read',
  'groups.createGroup': 'groups.manage',
  'audit.listEntries': 'audit.read',
  'audit.exportEntries': 'audit.read',
}

/** What is done to many at once, and the operation on one that it repeats. */
const REPEATS: Readonly<Record<string, string>> = {
  disable: 'users.disableUser',
  sendWelcome: 'users.sendWelcome',
  delete: 'users.deleteUser',
}

/** Another value for a field of an account. */
const OTHER: Readonly<Record<string, unknown>> = {
  firstName: 'Lene',
  jobTitle: 'Lead auditor',
  phone: '+49 30 1234567',
  protected: true,
  enabled: false,
  language: 'de',
  timeZone: 'Europe/Berlin',
  attributes: { costCentre: '4711' },
  username: 'somebody.else',
}

const lines = linesOf('directory')

// One hub for all, in which every line is about two people of its own.
const attributes = defineAttributes({ costCentre: { label: 'Cost centre', type: 'text', screen: 'hidden' } })
const world = createWorld({ policy: directory, attributes })
await world.rollcall.resources.put({ id: 'app-audits', type: 'app', name: 'Audits' })
await world.rollcall.resources.put({ id: EMEA, type: 'instance', name: 'Audits EMEA', parent: 'app-audits' })
await insertUser(world, { id: 'standing-admin', grants: [{ role: 'administrator', scope: null }] })

it.each(lines.map((line, index) => [nameOf(line), line, index] as const))('%s', async (_, line, index) => {
  const expected = expectedOf(line)
  const decided = decisionOf(line)
  if (decided !== null) expect(decided).toBe(expected)
  const answer = await answerOf(line, `line-${index}`)
  // Outside one's sight nobody exists: the reason is not even given.
  expect({ done: 'allowed', 'not-found': line.reason }[answer] ?? answer).toBe(expected)
})

it('says something about every pair of roles, for every operation on somebody else', () => {
  const { systemRoles, scopedRoles } = directory.access
  const roles = [...systemRoles.map(({ id }) => id), ...scopedRoles.map(({ id }) => `user+${id}`)]
  // Nobody is ever dormant here.
  const operations = Object.keys(OPERATIONS).filter((name) => name !== 'users.reactivateUser')
  for (const action of operations) {
    const said = new Set(
      lines.filter((line) => line.action === action).map(({ actor, target }) => `${actor} of ${target}`),
    )
    const missing = roles.flatMap((actor) => roles.map((target) => `${actor} of ${target}`)).filter((p) => !said.has(p))
    expect([action, missing]).toEqual([action, []])
  }
})

/** What the rules say without any server; null where the line is about being signed in, about oneself or a field. */
function decisionOf(line: Line): string | null {
  const { actor, action, target, state } = line
  const isOnesOwn = ['users.getMe', 'users.editMe', 'users.deleteMe'].includes(action)
  if (actor === 'visitor' || actor === 'invitee' || isOnesOwn) return null
  if (line.reason === 'deactivated' || line.with === 'attributes' || line.with === 'username') return null
  const subject = { id: 'actor', organization: null, power: powerOf(access, grantsOf(actor)), impersonating: false }
  if (action === 'invitations.inviteUsers')
    return mayInvite(access, subject.power, grantsOf(target)) ? 'allowed' : 'no-right'
  const [who = '', next] = target.split('>')
  const held = grantsOf(who === 'self' ? actor : who)
  const right = who === '' || action === 'users.createUser' ? NEEDS[action] : undefined
  if (right !== undefined) {
    if (!hasRight(access, subject.power, right)) return 'no-right'
    return mayChangeGrants(access, subject.power, [], held) ? 'allowed' : 'not-covered'
  }
  const about = {
    id: who === 'self' ? 'actor' : 'target',
    organization: null,
    grants: held,
    singleSignOn: state.includes('single-sign-on'),
    protected: state === 'protected',
  }
  if (next !== undefined) {
    const reason = decide(access, subject, 'assign', about)
    if (reason) return reason
    return mayChangeGrants(access, subject.power, held, after(line, held)) ? 'allowed' : 'not-covered'
  }
  const asked = action === 'users.changeManyUsers' ? (REPEATS[line.with] ?? '') : action
  return decide(access, subject, operationOf(asked).action, about) ?? 'allowed'
}

/** `done`, or why not; of somebody among many the verdict. */
async function answerOf(line: Line, id: string): Promise<string> {
  const { client, on } = await castOf(line, id)
  if (line.action !== 'users.changeManyUsers') return reasonOf(call(client, line, on, id))
  const change = { kind: line.with as 'delete' }
  const users = [{ id: on.id, version: on.version }]
  const { results } = await client.users.changeManyUsers({ change, users, dryRun: false })
  const verdict = results[0]?.verdict ?? true
  return verdict === true ? 'done' : (verdict.reason ?? verdict.code)
}

async function castOf(line: Line, id: string) {
  const { actor, target } = line
  const isSelf = /^self\b/.test(target)
  const how = isSelf ? howIs(line) : {}
  const given = { id: `${id}-actor`, grants: grantsOf(actor), password: PASSWORD, ...how }
  const user = actor === 'visitor' ? null : await insertUser(world, { ...given, registered: actor !== 'invitee' })
  const isIn = user !== null && actor !== 'invitee'
  const { client } = visit(world, isIn ? await openSession(world, user.id) : undefined)
  return { client, on: isSelf && user ? user : await personOf(line, `${id}-target`) }
}

/** Somebody new, as the line says they are. */
function personOf(line: Line, id: string): Promise<User> {
  const [who = ''] = line.target.split('>')
  const status = (['deactivated', 'locked', 'not-confirmed'] as const).find((each) => line.state.includes(each))
  return insertIn(world, { id, grants: grantsOf(who), ...howIs(line) }, status)
}

function howIs({ state }: Line): Pick<Stored, 'protected' | 'singleSignOn'> {
  return { protected: state === 'protected', singleSignOn: state.includes('single-sign-on') }
}

/** That operation by a browser of that actor. */
async function call(client: ReturnType<typeof visit>['client'], line: Line, on: User, id: string): Promise<unknown> {
  const at = { userId: on.id, version: on.version }
  const given = grantsOf(line.target).map(({ role, scope }) => ({ role, scope }))
  switch (line.action) {
    case 'users.createUser': {
      const account = { email: `${id}@fabrikam.example`, username: id, firstName: 'Lena', lastName: 'Vogt' }
      return client.users.createUser({ ...account, grants: given })
    }
    case 'users.editUser':
      return client.users.editUser({ ...at, ...fieldOf(line, id, 'firstName') })
    case 'users.editMe':
      return client.users.editMe({ version: on.version, ...fieldOf(line, id, 'phone') })
    case 'invitations.registerUser':
      return client.invitations.registerUser({
        token: 'x'.repeat(43),
        firstName: 'Eve',
        lastName: 'Stranger',
        password: PASSWORD,
      })
    case 'invitations.inviteUsers':
      return client.invitations.inviteUsers({ emails: [`${id}@fabrikam.example`], grants: given })
    case 'access.setGrants': {
      const { scope, roles } = changeOf(line)
      return client.access.setGrants({ ...at, scope, roles })
    }
    case 'settings.editSettings': {
      const { version = 0 } = (await world.storage.settings.find()) ?? {}
      return client.settings.editSettings({ welcome: 'nobody', version })
    }
    case 'resources.setDefault':
      return client.resources.setDefault({ resourceId: EMEA, isDefault: true })
    case 'groups.createGroup':
      return client.groups.createGroup({ name: id, description: '', domains: [], grants: [] })
    default:
      return onNobody(client)[line.action]?.() ?? operationOf(line.action).call(client, on, {}, world)
  }
}

/** Calls that take nothing. */
function onNobody(client: ReturnType<typeof visit>['client']): Readonly<Record<string, () => Promise<unknown>>> {
  return {
    'users.listUsers': () => client.users.listUsers(),
    'users.countUsers': () => client.users.countUsers(),
    'users.exportUsers': () => client.users.exportUsers(),
    'imports.previewImport': () => client.imports.previewImport({ file: 'Username\r\nnobody\r\n' }),
    'users.getMe': () => client.users.getMe(),
    'users.deleteMe': () => client.users.deleteMe(),
    'settings.getSettings': () => client.settings.getSettings(),
    'access.listRoles': () => client.access.listRoles(),
    'groups.listGroups': () => client.groups.listGroups(),
    'audit.exportEntries': () => client.audit.exportEntries(),
  }
}

function fieldOf({ with: field }: Line, id: string, other: string): Record<string, unknown> {
  if (field === 'email') return { email: `${id}-moved@fabrikam.example` }
  return { [field || other]: OTHER[field || other] }
}

/** `held>set`: roles on an instance are set there, system roles on the whole hub. */
function changeOf({ target, scope }: Line): { readonly scope: string | null; readonly roles: string[] } {
  const [, set = ''] = target.split('>')
  return { scope: scope === 'own' ? EMEA : null, roles: set === 'none' ? [] : set.split('+') }
}

function after(line: Line, held: readonly Grant[]): Grant[] {
  const { scope, roles } = changeOf(line)
  const given = roles.map((role): Grant => ({ role, scope, source: 'direct' }))
  return [...held.filter((grant) => grant.scope !== scope), ...given]
}

/** Roles on an instance are all held on the same one. */
function grantsOf(roles: string): Grant[] {
  if (['invitee', 'visitor', 'self', ''].includes(roles)) return []
  const scopeOf = (role: string) => (access.isScoped(role) ? EMEA : null)
  return roles.split('+').map((role) => ({ role, scope: scopeOf(role), source: 'direct' }))
}
