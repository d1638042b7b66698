import { readFileSync } from 'node:fs'
import { RefusedError } from '@rollcall/client'
import { inviteFirst } from '@rollcall/core/presets'
import { compileAccess, decide, type Grant, mayChangeGrants, mayInvite, powerOf } from '@rollcall/core/rules'
import { createWorld, PASSWORD, type World } from '@rollcall/testing'
import { expect, it } from 'vitest'
import { type Visit, visit } from './visit.ts'

const OWN = 'app-own'
const OTHER = 'app-other'
const admin = { email: 'amara.okafor@northwind.example', firstName: 'Amara', lastName: 'Okafor' }
const access = compileAccess(inviteFirst.access)

interface Line {
  readonly row: string
  readonly actor: string
  readonly action: string
  readonly target: string
  readonly scope: string
  readonly allowed: string
  readonly reason: string
}

const lines = parse(readFileSync(new URL('authority.csv', import.meta.url), 'utf8'))

it.each(lines.map((line) => [name(line), line] as const))('%s', async (_, line) => {
  const expected = line.allowed === 'yes' ? 'allowed' : line.reason
  const decided = decisionOf(line)
  if (decided !== null) expect(decided).toBe(expected)
  expect(await answerOf(line)).toBe(expected)
})

it('says something about every role of the preset', () => {
  const actors = new Set(lines.flatMap(({ actor }) => actor.split('+')))
  for (const { id } of [...inviteFirst.access.systemRoles, ...inviteFirst.access.scopedRoles])
    expect(actors).toContain(id)
})

/** What the rules say without any server; null where the line is about being signed in or about a field. */
function decisionOf({ actor, action, target, scope }: Line): string | null {
  if (actor === 'visitor' || actor === 'invitee') return null
  const subject = { id: 'actor', organization: null, power: powerOf(access, grantsOf(actor)), impersonating: false }
  if (action === 'invitations.inviteUsers') {
    const given = givenOf(target, scope)
    if (!mayInvite(access, subject.power, given)) return 'no-right'
    return mayChangeGrants(access, subject.power, [], given) ? 'allowed' : 'not-covered'
  }
  const verb = { 'invitations.resendInvitation': 'resend', 'invitations.revokeInvitation': 'revoke' } as const
  const other = { 'lockout.unlockUser': 'unlock', 'lockout.listFailedSignIns': 'viewFailedSignIns' } as const
  const asked = { ...verb, ...other }[action as keyof typeof verb]
  if (!asked) return null
  const person = { id: 'target', organization: null, grants: grantsOf(target), singleSignOn: false, protected: false }
  return decide(access, subject, asked, person) ?? 'allowed'
}

/** What a browser of that actor is told. */
async function answerOf(line: Line): Promise<string> {
  const world = createWorld()
  await world.createOwner(admin)
  const { client } = await browserOf(world, line.actor)
  try {
    await call(world, client, line)
    return 'allowed'
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    // Outside one's sight nobody exists: the reason is not even given.
    if (error.code === 'not-found') return line.reason
    return error.details.reason ?? error.code
  }
}

async function call(world: World, client: Visit['client'], { action, target, scope }: Line): Promise<unknown> {
  switch (action) {
    case 'invitations.inviteUsers': {
      const grants = givenOf(target, scope).map(({ role, scope }) => ({ role, scope }))
      return client.invitations.inviteUsers({ emails: ['new@northwind.example'], grants })
    }
    case 'invitations.registerUser':
      return client.invitations.registerUser({
        token: 'x'.repeat(43),
        firstName: 'Eve',
        lastName: 'Stranger',
        password: PASSWORD,
      })
    case 'invitations.resendInvitation':
      return client.invitations.resendInvitation({ userId: await person(world, target) })
    case 'invitations.revokeInvitation':
      return client.invitations.revokeInvitation({ userId: await person(world, target) })
    case 'lockout.unlockUser': {
      const userId = await person(world, target)
      await lock(world)
      return client.lockout.unlockUser({ userId })
    }
    case 'lockout.listFailedSignIns':
      return client.lockout.listFailedSignIns({ userId: await person(world, target) })
    case 'users.listUsers':
      return client.users.listUsers()
    case 'users.editMe': {
      const version = await client.users.getMe().then(
        (me) => me.version,
        () => 1,
      )
      const [, field = 'firstName'] = target.split(':')
      return client.users.editMe({ version, [field]: field === 'email' ? 'new@northwind.example' : 'Lena' })
    }
    default:
      throw new Error(`authority.csv names ${action}, which this test cannot call.`)
  }
}

async function browserOf(world: World, actor: string): Promise<Visit> {
  const email = 'actor@northwind.example'
  if (actor === 'visitor') return visit(world)
  await world.invite(admin.email, email, pairs(grantsOf(actor)))
  if (actor === 'invitee') return visit(world)
  await world.register({ email, firstName: 'Tomasz', lastName: 'Wójcik' })
  return visit(world, await world.signIn(email))
}

const TARGET = 'target@northwind.example'

async function person(world: World, roles: string): Promise<string> {
  await world.invite(admin.email, TARGET, pairs(grantsOf(roles)))
  if (roles !== 'pending') await world.register({ email: TARGET, firstName: 'Jonas', lastName: 'Lindqvist' })
  return world.idOf(TARGET)
}

async function lock(world: World): Promise<void> {
  const { client } = visit(world)
  for (let n = 0; n < 5; n += 1) {
    await client.signIn.signIn({ identifier: TARGET, password: 'wrong' }).catch(() => undefined)
  }
}

function grantsOf(roles: string): Grant[] {
  if (['none', 'pending', 'invitee', ''].includes(roles)) return []
  return roles.split('+').map((role) => ({ role, scope: access.isScoped(role) ? OWN : null, source: 'direct' }))
}

function givenOf(role: string, scope: string): Grant[] {
  if (role === '') return []
  return [{ role, scope: { own: OWN, other: OTHER }[scope] ?? null, source: 'direct' }]
}

function pairs(grants: readonly Grant[]) {
  return grants.map(({ role, scope }) => ({ role, scope }))
}

function name({ row, actor, action, target, scope, allowed, reason }: Line): string {
  const what = [action, target && `of ${target}`, scope && `on the ${scope} app`].filter(Boolean).join(' ')
  return `${row}: ${actor} ${what}: ${allowed === 'yes' ? 'allowed' : reason}`
}

function parse(csv: string): Line[] {
  const [head = '', ...rows] = csv.trim().split('\n')
  const columns = head.split(',')
  return rows.map((row) => {
    const cells = [...row.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])) as unknown as Line
  })
}
