import { ladder } from '@rollcall/core/presets'
import {
  compileAccess,
  decide,
  type Grant,
  hasRight,
  mayChangeGrants,
  mayInvite,
  powerOf,
  sees,
  sightOf,
  type User,
} from '@rollcall/core/rules'
import { PASSWORD } from '@rollcall/testing'
import { expect, it } from 'vitest'
import { expectedOf, type Line, linesOf, nameOf } from './authority.ts'
import { type Given, OPERATIONS, operationOf } from './operations.ts'
import { insertIn, insertUser, openSession, type State } from './stored.ts'
import { BRAND_TRACKER, cast, FABRIKAM, NORTHWIND, type Role, surveyPlatform } from './survey-platform.ts'
import { codeOf, reasonOf, type Visit, visit } from './visit.ts'

const MESSAGE = 'See you on Monday.'
const NEXT = 'marble thunder kite 77'
const SURVEY = { type: 'survey', id: BRAND_TRACKER }
const access = compileAccess(ladder.access)

/** Operations on nobody, and the right that decides each. */
const NEEDS: Readonly<Record<string, string>> = {
  'users.listUsers': 'users.read',
  'access.listRoles': 'access.readRoles',
  'groups.listGroups': 'groups.read',
  'groups.listMembers': 'groups.read',
  'groups.createGroup': 'groups.manage',
  'groups.editGroup': 'groups.manage',
  'groups.deleteGroup': 'groups.manage',
  'groups.setMembers': 'groups.manage',
  'audit.listEntries': 'audit.read',
  'audit.exportEntries': 'audit.read',
}

/** What is done to many at once, and the operation on one that it repeats. */
const REPEATS: Readonly<Record<string, string>> = {
  enable: 'users.enableUser',
  disable: 'users.disableUser',
  reactivate: 'users.reactivateUser',
  unlock: 'lockout.unlockUser',
  resend: 'invitations.resendInvitation',
  delete: 'users.deleteUser',
}

const lines = linesOf('ladder')

// One platform for all: those who act are its cast, whoever is acted on is new in every line.
const platform = await surveyPlatform()
const { world } = platform
const browsers = new Map<string, Promise<Visit>>()

// Before there are thousands to search through.
const shown = lines.filter(({ action, target }) => action === 'users.getUser' && target !== '')
it.each(shown.map((line, index) => ({ ...line, line, id: `listed-${index}` })))(
  'lists for $actor a $target ($scope) as it shows them',
  async ({ line, id }) => {
    const { actor } = line
    if (actor === 'visitor' || actor === 'invitee') return
    const person = await personOf(line, id)
    const { client } = await callerOf({ ...line, target: '' }, `${id}-actor`)
    const { email } = person
    const reads = decisionOf({ ...line, action: 'users.listUsers', target: '' }) === 'allowed'
    if (!reads) {
      expect(await codeOf(client.users.listUsers({ q: email }))).toBe('not-allowed')
      expect(await codeOf(client.users.countUsers({ q: email }))).toBe('not-allowed')
      return
    }
    const seen = line.allowed === 'yes' ? [person.id] : []
    const { items } = await client.users.listUsers({ q: email })
    expect(items.map(({ id }) => id)).toEqual(seen)
    expect(await client.users.countUsers({ q: email })).toEqual({ exactly: seen.length })
  },
)

it.each(lines.map((line, index) => [nameOf(line), line, index] as const))('%s', async (_, line, index) => {
  const expected = expectedOf(line)
  const decided = decisionOf(line)
  if (decided !== null) expect(decided).toBe(expected)
  const person = isAboutSomebodyElse(line) ? await personOf(line, `line-${index}-target`) : null
  const answer = await answerOf(line, person, `line-${index}`)
  expect(answer).toBe(isHidden(line) ? 'not-found' : expected === 'allowed' ? 'done' : expected)
})

it('says something about every pair of system roles, for every operation on somebody else', () => {
  const roles = ladder.access.systemRoles.map(({ id }) => id)
  expect(Object.keys(cast).toSorted()).toEqual(roles.toSorted())
  const operations = Object.entries(OPERATIONS).filter(([name]) => !/listTokens|revokeToken|sendWelcome/.test(name))
  const asked = operations.flatMap(([name, { worded }]) =>
    worded
      ? [
          [name, ''],
          [name, 'message'],
        ]
      : [[name, '']],
  )
  for (const [action, message] of asked) {
    const said = new Set(
      lines
        .filter((line) => line.action === action && (line.with === 'message') === (message !== ''))
        .map(({ actor, target }) => `${actor} of ${target}`),
    )
    const missing = roles.flatMap((actor) => roles.map((target) => `${actor} of ${target}`)).filter((p) => !said.has(p))
    expect([action, message, missing]).toEqual([action, message, []])
  }
})

/** What the rules say without any server; null where the line is about being signed in, about oneself or a field. */
function decisionOf(line: Line): string | null {
  const { actor, action, target, scope } = line
  if (actor === 'visitor' || actor === 'invitee' || isOnesOwn(action)) return null
  const subject = subjectOf(line)
  if (action === 'invitations.inviteUsers') {
    const given = grantsOf(target)
    if (!mayInvite(access, subject.power, given)) return 'no-right'
    return mayChangeGrants(access, subject.power, [], given) ? 'allowed' : 'not-covered'
  }
  const right = isAboutSomebodyElse(line) ? undefined : NEEDS[action]
  if (right !== undefined) return decisionOnNobody(line, right)
  if (scope !== 'own' && isHidden(line)) return 'not-found'
  if (action === 'access.setGrants') return decisionOnGrants(line)
  if (action === 'users.changeManyUsers') return decisionOf(singleOf(line))
  const { action: asked, worded } = operationOf(action)
  const about = aboutOf(line)
  const reason =
    decide(access, subject, asked, about) ??
    (worded && line.with === 'message' ? decide(access, subject, worded, about) : null)
  if (reason) return reason
  if (isLeftOut(action)) return 'disabled-by-policy'
  const { editableBy } = ladder.fields.phone
  return action === 'users.editUser' && line.with === 'phone' && editableBy === 'owner' ? 'owner-only-field' : 'allowed'
}

function decisionOnNobody(line: Line, right: string): string {
  const { power, impersonating } = subjectOf(line)
  const may = line.action === 'users.listUsers' ? reads(line) : hasRight(access, power, right)
  if (!may) return 'no-right'
  if (right === 'groups.manage' && impersonating) return 'impersonating'
  return mayChangeGrants(access, power, [], grantsOf(line.target)) ? 'allowed' : 'not-covered'
}

/** Whether there is a list of people at all, of everybody or of those with a role where one manages. */
function reads(line: Line): boolean {
  const subject = subjectOf(line)
  const sight = sightOf(access, subject)
  return hasRight(access, subject.power, 'users.read') || (sight.kind === 'some' && sight.scopes.length > 0)
}

/** The right to assign there, then the ceiling over what is given and taken. */
function decisionOnGrants(line: Line): string {
  const subject = subjectOf(line)
  const { scope, before, after } = changeOf(line)
  if (scope === null) {
    const reason = decide(access, subject, 'assign', { ...aboutOf(line), grants: before })
    if (reason) return reason
  } else if (!hasRight(access, subject.power, 'access.assign', SURVEY)) return 'no-right'
  return mayChangeGrants(access, subject.power, before, after) ? 'allowed' : 'not-covered'
}

/** `held>set` as grants before and after; roles on a survey are set there, system roles on the whole platform. */
function changeOf({ actor, target }: Line) {
  const [held = '', set = ''] = target.split('>')
  const before = grantsOf(held === 'self' ? actor : held)
  const given = set === 'none' ? [] : grantsOf(set)
  const scope = given.length > 0 ? (given[0]?.scope ?? null) : BRAND_TRACKER
  return { scope, before, given, after: [...before.filter((grant) => grant.scope !== scope), ...given] }
}

/** What doing something to many does to each. */
function singleOf(line: Line): Line {
  const [kind = '', role] = line.with.split(' ')
  if (role !== undefined) return { ...line, action: 'access.setGrants', with: '', target: `${line.target}>${role}` }
  return { ...line, action: REPEATS[kind] ?? kind, with: '' }
}

/** There on the wire, and nobody's under this preset. */
function isLeftOut(action: string): boolean {
  const { apiTokens, temporaryPassword } = ladder
  if (/create(?:My)?Token$/.test(action)) return apiTokens.perUser === 0
  return action === 'passwords.issueTemporaryPassword' && temporaryPassword.channels.length === 0
}

function isOnesOwn(action: string): boolean {
  return ['users.getMe', 'users.editMe', 'passwords.changeOwnPassword', 'apiTokens.createMyToken'].includes(action)
}

function isAboutSomebodyElse({ action, target }: Line): boolean {
  return target !== '' && !/^self\b/.test(target) && !/^(?:invitations\.inviteUsers|groups\.)/.test(action)
}

/** Outside one's sight nobody exists: the reason is not even given. What is never done as somebody else says so first. */
function isHidden(line: Line): boolean {
  const { actor, action } = line
  if (actor === 'visitor' || actor === 'invitee' || !isAboutSomebodyElse(line)) return false
  const subject = subjectOf(line)
  if (subject.impersonating && /setPassword|startImpersonation/.test(action)) return false
  if (action === 'access.setGrants' && changeOf(line).scope !== null) {
    const manages = subject.power.scopes.get(BRAND_TRACKER)?.rights ?? []
    if (access.right(manages, 'access.assign')) return false
  }
  return !sees(sightOf(access, subject), aboutOf(line))
}

function subjectOf({ actor }: Line) {
  const [real = '', effective = real] = actor.split(' as ')
  const power = powerOf(access, grantsOf(effective))
  return { id: 'actor', organization: NORTHWIND, power, impersonating: effective !== real }
}

function aboutOf({ actor, target, state, scope }: Line) {
  const [held = ''] = target.split('>')
  const isSelf = held === 'self'
  return {
    id: isSelf ? 'actor' : 'target',
    grants: grantsOf(isSelf ? actor : held),
    organization: isSelf ? NORTHWIND : organizationOf(scope),
    singleSignOn: state.includes('single-sign-on'),
    protected: false,
  }
}

/** `done`, or why not; of somebody among many the verdict. */
async function answerOf(line: Line, person: User | null, id: string): Promise<string> {
  if (line.action !== 'users.changeManyUsers') return reasonOf(call(line, person, id))
  const { client } = await callerOf(line, `${id}-actor`)
  const [kind = '', role] = line.with.split(' ')
  const change = role === undefined ? ({ kind } as { kind: 'delete' }) : ({ kind: 'grant', role, scope: null } as const)
  const users = [{ id: person?.id ?? '', version: person?.version ?? 1 }]
  const { results } = await client.users.changeManyUsers({ change, users, dryRun: false })
  const verdict = results[0]?.verdict ?? true
  return verdict === true ? 'done' : (verdict.reason ?? verdict.code)
}

/** That operation by a browser of that actor. */
async function call(line: Line, person: User | null, id: string): Promise<unknown> {
  const { client, user } = await callerOf(line, `${id}-actor`)
  const on = person ?? user ?? (await platform.record(cast['minimal-user']))
  const given = givenIn(line)
  const group = { groupId: line.action.startsWith('groups.') ? await groupFor(id) : '', version: 1 }
  switch (line.action) {
    case 'users.listUsers':
      return client.users.listUsers()
    case 'users.getMe':
      return client.users.getMe()
    case 'users.editMe':
      return client.users.editMe({ version: on.version, ...given })
    case 'passwords.changeOwnPassword':
      return client.passwords.changeOwnPassword({ currentPassword: PASSWORD, password: NEXT })
    case 'apiTokens.createMyToken':
      return client.apiTokens.createMyToken()
    case 'invitations.inviteUsers': {
      const grants = grantsOf(line.target).map(({ role, scope }) => ({ role, scope }))
      return client.invitations.inviteUsers({ emails: [`${id}@${NORTHWIND}`], grants, ...given })
    }
    case 'access.listRoles':
      return client.access.listRoles()
    case 'access.setGrants': {
      const { scope, given: set } = changeOf(line)
      const roles = set.map(({ role }) => role)
      return client.access.setGrants({ userId: on.id, version: on.version, scope, roles })
    }
    case 'groups.listGroups':
      return client.groups.listGroups()
    case 'groups.listMembers':
      return client.groups.listMembers({ groupId: group.groupId })
    case 'groups.createGroup': {
      const grants = grantsOf(line.target).map(({ role }) => ({ role, scope: BRAND_TRACKER }))
      return client.groups.createGroup({ name: id, description: '', domains: [], grants })
    }
    case 'groups.editGroup':
      return client.groups.editGroup({ ...group, name: `${id} of spring` })
    case 'groups.deleteGroup':
      return client.groups.deleteGroup(group)
    case 'groups.setMembers':
      return client.groups.setMembers({ ...group, add: [on.id], remove: [] })
    case 'audit.exportEntries':
      return client.audit.exportEntries()
    case 'audit.listEntries':
      return client.audit.listEntries(person ? { userId: person.id } : {})
    default:
      return operationOf(line.action).call(client, on, given, world)
  }
}

/** A message of one's own, or the field that is edited. */
function givenIn({ with: what }: Line): Given {
  if (what === '') return {}
  if (what === 'message') return { message: MESSAGE }
  return { [what]: what === 'phone' ? '+49 30 1234567' : 'Vogt-Okafor' }
}

/** A group without members or roles, at its first version. */
async function groupFor(id: string): Promise<string> {
  const { clock, storage } = world
  const group = { id, name: id, description: '', domains: [], grants: [], createdAt: clock.now(), version: 1 }
  await storage.groups.insert(group)
  return id
}

/** The cast acts as often as it likes; whoever acts on themselves, starts to impersonate or holds a role on a survey is new. */
async function callerOf(line: Line, id: string): Promise<Pick<Visit, 'client'> & { readonly user?: User }> {
  const { actor, action, target, state } = line
  if (actor === 'visitor') return visit(world)
  const isSelf = /^self\b/.test(target)
  const starts = action === 'impersonation.startImpersonation'
  const isNew = isSelf || starts || actor.includes('+') || actor === 'invitee'
  if (!isNew || actor.includes(' as ')) return browserOf(actor)
  const user = await insertUser(world, {
    id,
    grants: grantsOf(actor),
    organization: NORTHWIND,
    registered: actor !== 'invitee',
    singleSignOn: isSelf && state === 'single-sign-on',
    password: PASSWORD,
  })
  if (actor === 'invitee') return visit(world)
  return { ...visit(world, await openSession(world, id)), user }
}

/** A browser of the cast, which may be impersonating. */
function browserOf(actor: string): Promise<Visit> {
  const open = browsers.get(actor) ?? newBrowserOf(actor)
  browsers.set(actor, open)
  return open
}

async function newBrowserOf(actor: string): Promise<Visit> {
  const [real = '', effective] = actor.split(' as ')
  const browser = await platform.as(real as Role)
  if (effective === undefined) return browser
  const id = `impersonated-${actor.replaceAll(' ', '-')}`
  await insertUser(world, { id, grants: grantsOf(effective), organization: NORTHWIND })
  await browser.client.impersonation.startImpersonation({ userId: id, reason: 'The export stays empty.' })
  return browser
}

/** Somebody new in that state, of that organization. */
function personOf({ target, state, scope }: Line, id: string): Promise<User> {
  const [held = ''] = target.split('>')
  const [status = '', ...how] = state.split(' ')
  const singleSignOn = [status, ...how].includes('single-sign-on')
  const given = { id, grants: grantsOf(held), organization: organizationOf(scope), singleSignOn }
  return insertIn(world, given, status === 'single-sign-on' || status === '' ? undefined : (status as State))
}

/** Roles on a survey are all held on the same one. */
function grantsOf(roles: string): Grant[] {
  if (['invitee', 'visitor', ''].includes(roles)) return []
  const scopeOf = (role: string) => (access.isScoped(role) ? BRAND_TRACKER : null)
  return roles.split('+').map((role) => ({ role, scope: scopeOf(role), source: 'direct' }))
}

function organizationOf(scope: string): string | null {
  return { own: NORTHWIND, other: FABRIKAM }[scope] ?? null
}
