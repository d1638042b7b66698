import { inviteFirst } from '@rollcall/core/presets'
import {
  compileAccess,
  decide,
  type Grant,
  hasRight,
  mayChangeGrants,
  mayInvite,
  powerOf,
  type User,
} from '@rollcall/core/rules'
import { createWorld, PASSWORD, type World } from '@rollcall/testing'
import { expect, it } from 'vitest'
import { expectedOf, type Line, linesOf, nameOf } from './authority.ts'
import { OPERATIONS, operationOf } from './operations.ts'
import { insertUser, lock, openSession } from './stored.ts'
import { reasonOf, type Visit, visit } from './visit.ts'

const OWN = 'app-own'
const OTHER = 'app-other'
const access = compileAccess(inviteFirst.access)

const lines = linesOf('invite-first')

// One world for all, in which every line is about two people of its own.
const shared = createWorld()
await insertUser(shared, { id: 'standing-admin', grants: [{ role: 'admin', scope: null }] })

it.each(lines.map((line, index) => [nameOf(line), line, index] as const))('%s', async (_, line, index) => {
  const expected = expectedOf(line)
  const decided = decisionOf(line)
  if (decided !== null) expect(decided).toBe(expected)
  const world = line.reason === 'last-administrator' ? createWorld() : shared
  const answer = await reasonOf(call(world, line, `line-${index}`))
  // Outside one's sight nobody exists: the reason is not even given.
  expect({ done: 'allowed', 'not-found': line.reason }[answer] ?? answer).toBe(expected)
})

it('says something about every role of the preset, for every operation on a person', () => {
  const { systemRoles, scopedRoles } = inviteFirst.access
  for (const action of [...Object.keys(OPERATIONS), 'access.setGrants']) {
    const actors = new Set(lines.filter((line) => line.action === action).flatMap(({ actor }) => actor.split('+')))
    const missing = [...systemRoles, ...scopedRoles].filter(({ id }) => !actors.has(id)).map(({ id }) => id)
    if (!/^(?:invitations|lockout|impersonation)\.|setPassword|reactivate|sendWelcome/.test(action))
      expect([action, missing]).toEqual([action, []])
  }
})

/** What the rules say without any server; null where the line is about being signed in, about oneself or a field. */
function decisionOf({ actor, action, target, scope, reason }: Line): string | null {
  if (actor === 'visitor' || actor === 'invitee' || reason === 'last-administrator') return null
  const own = grantsOf(actor)
  const subject = { id: 'actor', organization: null, power: powerOf(access, own), impersonating: false }
  if (action === 'invitations.inviteUsers') {
    const given = givenOf(target, scope)
    if (!mayInvite(access, subject.power, given)) return 'no-right'
    return mayChangeGrants(access, subject.power, [], given) ? 'allowed' : 'not-covered'
  }
  if (action === 'users.findUser') {
    return hasRight(access, subject.power, 'access.assign', { type: 'app', id: placeOf(scope) ?? '' })
      ? 'allowed'
      : 'no-right'
  }
  const [who = '', next] = target.split('>')
  const held = who === 'self' ? own : grantsOf(who, next === undefined ? scope : 'own')
  const about = { organization: null, singleSignOn: false, protected: false, grants: held }
  const person = { ...about, id: who === 'self' ? 'actor' : 'target' }
  if (next !== undefined) {
    const place = placeOf(scope)
    const no =
      place === null
        ? decide(access, subject, 'assign', person) !== null
        : !hasRight(access, subject.power, 'access.assign', { type: 'app', id: place })
    if (no) return 'no-right'
    const after = [...held.filter((grant) => grant.scope !== place), ...givenOf(next, scope)]
    return mayChangeGrants(access, subject.power, held, after) ? 'allowed' : 'not-covered'
  }
  const asked = OPERATIONS[action]?.action
  if (!asked) return null
  if (target === '') return hasRight(access, subject.power, 'audit.read') ? 'allowed' : 'no-right'
  return decide(access, subject, asked, person) ?? 'allowed'
}

/** That operation by a browser of that actor. */
async function call(world: World, line: Line, id: string): Promise<unknown> {
  const { actor, action, target, scope } = line
  const { client, user } = await browserOf(world, actor, `${id}-actor`)
  const [who = '', next] = target.split('>')
  const on = who === 'self' && user ? user : await personOf(world, line, who, `${id}-target`)
  switch (action) {
    case 'invitations.inviteUsers':
      return client.invitations.inviteUsers({
        emails: [`${id}@fabrikam.example`],
        grants: pairs(givenOf(target, scope)),
      })
    case 'invitations.registerUser':
      return client.invitations.registerUser({
        token: 'x'.repeat(43),
        firstName: 'Eve',
        lastName: 'Stranger',
        password: PASSWORD,
      })
    case 'users.listUsers':
      return client.users.listUsers()
    case 'users.findUser':
      return client.users.findUser({ email: on.email, resource: placeOf(scope) ?? '' })
    case 'users.deleteMe':
      return client.users.deleteMe()
    case 'users.editMe':
      return client.users.editMe({ version: 1, [line.with]: line.with === 'email' ? 'new@northwind.example' : 'Lena' })
    case 'access.setGrants': {
      const roles = givenOf(next ?? '', scope).map(({ role }) => role)
      return client.access.setGrants({ userId: on.id, version: on.version, scope: placeOf(scope), roles })
    }
    case 'resources.listResources':
      return client.resources.listResources()
    case 'apiTokens.createMyToken':
      return client.apiTokens.createMyToken()
    case 'audit.listEntries':
      return client.audit.listEntries(target === '' ? {} : { userId: on.id })
    default:
      if (action === 'lockout.unlockUser') await lock(world, on.id)
      return operationOf(action).call(client, on, {}, world)
  }
}

async function browserOf(world: World, actor: string, id: string): Promise<Pick<Visit, 'client'> & { user?: User }> {
  if (actor === 'visitor') return visit(world)
  const user = await insertUser(world, { id, grants: grantsOf(actor), registered: actor !== 'invitee' })
  if (actor === 'invitee') return visit(world)
  return { ...visit(world, await openSession(world, id)), user }
}

async function personOf(world: World, { action, scope, target }: Line, roles: string, id: string): Promise<User> {
  const grants = grantsOf(roles, target.includes('>') || action === 'users.findUser' ? 'own' : scope)
  return insertUser(world, { id, grants, registered: roles !== 'pending', enabled: action !== 'users.enableUser' })
}

/** Scoped roles are held on the own app, or on the other. */
function grantsOf(roles: string, scope = 'own'): Grant[] {
  if (['none', 'pending', 'invitee', 'visitor', 'self', ''].includes(roles)) return []
  const app = scope === 'other' ? OTHER : OWN
  return roles.split('+').map((role) => ({ role, scope: access.isScoped(role) ? app : null, source: 'direct' }))
}

function placeOf(scope: string): string | null {
  return { own: OWN, other: OTHER }[scope] ?? null
}

function givenOf(role: string, scope: string): Grant[] {
  return role === '' || role === 'none' ? [] : [{ role, scope: placeOf(scope), source: 'direct' }]
}

function pairs(grants: readonly Grant[]) {
  return grants.map(({ role, scope }) => ({ role, scope }))
}
