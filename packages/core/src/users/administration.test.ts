import { CLIENT, createWorld, type World } from '@rollcall/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { RefusedError } from '../kernel/refusals.ts'
import type { RollcallEvent } from '../ports/event-sink.ts'

const amara = { email: 'amara.okafor@northwind.example', firstName: 'Amara', lastName: 'Okafor' }
const tomasz = { email: 'tomasz.wojcik@northwind.example', firstName: 'Tomasz', lastName: 'Wójcik' }
const oscar = { email: 'oscar.delafuente@fabrikam.example', firstName: 'Óscar', lastName: 'de la Fuente' }
const lena = { email: 'lena.vogt@northwind.example', firstName: 'Lena', lastName: 'Vogt' }
const everywhere = (role: string) => ({ role, scope: null })
const on = (scope: string, role: string) => ({ role, scope })

let world: World
let events: RollcallEvent[]
beforeEach(async () => {
  events = []
  world = createWorld({
    events: {
      emit: async (event) => {
        events.push(event)
      },
    },
  })
  await world.createOwner(amara)
  for (const id of ['app-a', 'app-b']) await world.rollcall.resources.put({ id, type: 'app', name: id.toUpperCase() })
  await world.invite(amara.email, tomasz.email, [everywhere('user-management')])
  await world.register(tomasz)
  await world.invite(amara.email, oscar.email, [on('app-a', 'owner'), on('app-b', 'owner')])
  await world.register(oscar)
  await world.invite(amara.email, lena.email)
  await world.register(lena)
})

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof RefusedError ? (error.details.reason ?? error.code) : Promise.reject(error)),
  )
const record = async (email: string) => {
  const user = await world.storage.users.find(await world.idOf(email))
  if (!user) throw new Error(`${email} has gone.`)
  return user
}
const setGrants = async (by: string, email: string, scope: string | null, roles: string[]) => {
  const { id, version } = await record(email)
  return world.rollcall.access.setGrants(await world.as(by), { userId: id, scope, roles, version })
}
const remove = async (by: string, email: string) => {
  const { id, version } = await record(email)
  const answer = await world.rollcall.users.deleteUser(await world.as(by), { userId: id, version })
  await world.deliver()
  return answer
}
const ownerlessMails = () => world.mails.sent.filter(({ mail }) => mail.template === 'resources-ownerless')

describe('deleting', () => {
  it('tells every watcher once of all that lost its owner, and not the deleted [A21]', async () => {
    await remove(tomasz.email, oscar.email)
    const mails = ownerlessMails()
    expect(mails.map(({ envelope }) => envelope.to.address).sort()).toEqual([amara.email, tomasz.email])
    expect(mails[0]?.mail.data).toMatchObject({
      because: 'deleted',
      resources: [{ name: 'APP-A' }, { name: 'APP-B' }],
      person: { email: oscar.email },
    })
  })

  it('tells nobody while somebody else owns it', async () => {
    await setGrants(amara.email, lena.email, 'app-a', ['owner'])
    await remove(tomasz.email, oscar.email)
    expect(ownerlessMails()[0]?.mail.data).toMatchObject({ resources: [{ name: 'APP-B' }] })
  })

  it('takes grants, tokens and sessions, frees the address, leaves the audit [A20]', async () => {
    const { id } = await record(oscar.email)
    const actor = await world.as(oscar.email)
    const { token } = await world.rollcall.apiTokens.createMyToken(actor, {})
    await remove(tomasz.email, oscar.email)
    expect(await world.rollcall.sessions.authenticate(token, CLIENT)).toBeNull()
    expect(await world.storage.users.scopesWithout('owner', ['app-a'], null)).toEqual(['app-a'])
    const entries = await world.rollcall.audit.listEntries(await world.as(amara.email), {})
    expect(entries.items.some((entry) => entry.target?.id === id && entry.action === 'users.deleteUser')).toBe(true)
    await world.invite(amara.email, oscar.email)
    expect((await record(oscar.email)).id).not.toBe(id)
  })

  it('says beforehand what would go', async () => {
    const { id } = await record(oscar.email)
    const impact = await world.rollcall.users.getDeletionImpact(await world.as(tomasz.email), { userId: id })
    expect(impact).toMatchObject({
      grants: 2,
      ownerless: [{ name: 'APP-A' }, { name: 'APP-B' }],
      told: 2,
      disable: true,
    })
  })

  it('is refused for oneself, for somebody with a role above one’s own, and for the protected', async () => {
    expect(await codeOf(remove(tomasz.email, amara.email))).toBe('not-covered')
    expect(await codeOf(remove(amara.email, amara.email))).toBe('self')
  })

  it('of oneself takes a fresh password, the policy’s leave, and another administrator', async () => {
    const late = await world.as(lena.email)
    world.clock.advance(11 * 60_000)
    expect(await codeOf(world.rollcall.users.deleteMe(late, {}))).toBe('reauthentication-required')
    const { session } = await world.rollcall.signIn.confirm(late, { password: 'Walnut lantern orbit 42' })
    const token = session && session !== 'closed' ? session.token : ''
    const fresh = await world.rollcall.sessions.authenticate(token, CLIENT)
    expect(fresh && (await codeOf(world.rollcall.users.deleteMe(fresh, {})))).toBe('done')
    expect(await codeOf(world.rollcall.users.deleteMe(await world.as(amara.email), {}))).toBe('last-administrator')
    expect(await world.idOf(amara.email)).toBeTruthy()
  })
})

describe('deactivating', () => {
  const change = async (verb: 'enableUser' | 'disableUser', by: string, email: string) => {
    const { id, version } = await record(email)
    return world.rollcall.users[verb](await world.as(by), { userId: id, version })
  }

  it('ends sessions and tokens and reports what has no owner; activating gives the password back', async () => {
    const token = await world.signIn(oscar.email)
    const program = (await world.rollcall.apiTokens.createMyToken(await world.as(oscar.email), {})).token
    expect(await change('disableUser', tomasz.email, oscar.email)).toMatchObject({ status: 'deactivated' })
    await world.deliver()
    for (const each of [token, program]) expect(await world.rollcall.sessions.authenticate(each, CLIENT)).toBeNull()
    expect(ownerlessMails()).toHaveLength(2)
    expect(await codeOf(world.signIn(oscar.email))).toBe('wrong-credentials')
    await change('enableUser', tomasz.email, oscar.email)
    expect(await codeOf(world.signIn(oscar.email))).toBe('done')
    expect(await world.rollcall.sessions.authenticate(program, CLIENT)).toBeNull()
  })

  it('never takes the last administrator, even when two try to take each other at once', async () => {
    await world.invite(amara.email, 'second@northwind.example', [everywhere('admin')])
    await world.register({ ...lena, email: 'second@northwind.example' })
    const outcomes = await Promise.all([
      codeOf(change('disableUser', amara.email, 'second@northwind.example')),
      codeOf(change('disableUser', 'second@northwind.example', amara.email)),
    ])
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
    expect(await world.storage.users.countHolders(['admin'])).toBe(1)
  })
})

describe('grants', () => {
  it('are set for the whole product or one resource, each leaving the other alone', async () => {
    await setGrants(amara.email, lena.email, 'app-a', ['developer', 'api-user'])
    await setGrants(amara.email, lena.email, null, ['publisher'])
    await setGrants(amara.email, lena.email, 'app-a', ['developer'])
    const { grants } = await record(lena.email)
    expect(grants.map(({ role, scope }) => `${role}@${scope}`).sort()).toEqual(['developer@app-a', 'publisher@null'])
  })

  it.each([
    [tomasz.email, lena.email, null, ['admin'], 'not-covered'],
    [tomasz.email, amara.email, null, [], 'not-covered'],
    [oscar.email, lena.email, 'app-a', ['developer'], 'done'],
    [oscar.email, lena.email, 'app-a', ['owner'], 'not-covered'],
    [oscar.email, lena.email, null, ['publisher'], 'not-found'],
    [lena.email, lena.email, null, ['admin'], 'no-right'],
    [lena.email, lena.email, 'app-a', ['owner'], 'no-right'],
    [amara.email, lena.email, 'app-a', ['admin'], 'invalid-input'],
    [amara.email, lena.email, null, ['developer'], 'invalid-input'],
    [amara.email, lena.email, null, ['nonsense'], 'invalid-input'],
  ] as const)('%s giving %s at %s %j: %s', async (by, email, scope, roles, outcome) => {
    expect(await codeOf(setGrants(by, email, scope, [...roles]))).toBe(outcome)
  })

  it('find a person by exact address for somebody who manages the resource, and for nobody else', async () => {
    const find = async (by: string, email: string, resource = 'app-a') =>
      world.rollcall.users.findUser(await world.as(by), { email, resource })
    expect(await find(oscar.email, 'LENA.vogt@northwind.example')).toMatchObject({ name: 'Lena Vogt' })
    expect(await codeOf(find(oscar.email, lena.email, 'app-x'))).toBe('no-right')
    expect(await codeOf(find(lena.email, oscar.email))).toBe('no-right')
    expect(await codeOf(find(oscar.email, 'nobody@northwind.example'))).toBe('not-found')
  })

  it('report a resource whose owner was demoted', async () => {
    await setGrants(amara.email, oscar.email, 'app-a', ['developer'])
    await world.deliver()
    expect(ownerlessMails()[0]?.mail.data).toMatchObject({ because: 'grants-changed', resources: [{ name: 'APP-A' }] })
  })

  it('refuse to demote the last administrator', async () => {
    expect(await codeOf(setGrants(amara.email, amara.email, null, []))).toBe('last-administrator')
  })
})

describe('editing another', () => {
  const edit = async (by: string, email: string, input: object, version?: number) => {
    const user = await record(email)
    return world.rollcall.users.editUser(await world.as(by), {
      userId: user.id,
      version: version ?? user.version,
      ...input,
    })
  }

  it('changes fields and says who did it; the address is nobody’s to change [A17]', async () => {
    expect(await edit(tomasz.email, lena.email, { jobTitle: 'Designer', muteNotifications: true })).toMatchObject({
      jobTitle: 'Designer',
      muteNotifications: true,
      fields: { jobTitle: true },
    })
    expect(await codeOf(edit(tomasz.email, lena.email, { email: 'x@northwind.example' }))).toBe('disabled-by-policy')
    const { items } = await world.rollcall.audit.listEntries(await world.as(amara.email), {
      userId: await world.idOf(lena.email),
    })
    expect(items.find(({ action }) => action === 'users.editUser')).toMatchObject({
      real: { name: 'Tomasz Wójcik' },
      changes: { jobTitle: [null, 'Designer'] },
    })
  })

  it('shows the record as it is when it moved meanwhile', async () => {
    const { version } = await record(lena.email)
    await edit(tomasz.email, lena.email, { jobTitle: 'Designer' })
    const error = await edit(amara.email, lena.email, { jobTitle: 'Boss' }, version).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'changed-meanwhile', details: { current: { jobTitle: 'Designer' } } })
  })

  it('is refused on somebody with a role one neither holds nor may give', async () => {
    expect(await codeOf(edit(tomasz.email, amara.email, { jobTitle: 'x' }))).toBe('not-covered')
    expect(await codeOf(edit(oscar.email, lena.email, { jobTitle: 'x' }))).toBe('not-found')
  })
})

describe('API tokens', () => {
  it('act with the rights their owner has now, and do nothing only a person may', async () => {
    const { token, prefix } = await world.rollcall.apiTokens.createToken(await world.as(amara.email), {
      userId: await world.idOf(tomasz.email),
    })
    expect(token.startsWith(prefix)).toBe(true)
    const program = await world.rollcall.sessions.authenticate(token, CLIENT)
    if (!program) throw new Error('no program')
    expect(await codeOf(world.rollcall.users.listUsers(program, {}))).toBe('done')
    expect(await codeOf(world.rollcall.apiTokens.createMyToken(program, {}))).toBe('no-right')
    await setGrants(amara.email, tomasz.email, null, [])
    const later = await world.rollcall.sessions.authenticate(token, CLIENT)
    expect(later && (await codeOf(world.rollcall.users.listUsers(later, {})))).toBe('no-right')
    await world.deliver()
    expect(world.mails.lastTo(tomasz.email)).toMatchObject({
      template: 'token-created',
      data: { prefix, by: { name: 'Amara Okafor' } },
    })
  })

  it('made by another work only while their maker could still make them', async () => {
    const make = async (by: string) =>
      world.rollcall.apiTokens.createToken(await world.as(by), { userId: await world.idOf(lena.email) })
    const alive = async (token: string) => (await world.rollcall.sessions.authenticate(token, CLIENT)) !== null
    const { id, token } = await make(tomasz.email)
    await setGrants(amara.email, lena.email, null, ['publisher'])
    expect(await alive(token)).toBe(true)
    await setGrants(amara.email, lena.email, null, ['admin'])
    expect(await alive(token)).toBe(false)
    const userId = await world.idOf(lena.email)
    await world.rollcall.apiTokens.revokeToken(await world.as(amara.email), { userId, tokenId: id })
    const again = await make(amara.email)
    await setGrants(amara.email, lena.email, null, ['admin', 'publisher'])
    expect(await alive(again.token)).toBe(true)
  })

  it('are one at a time: the next needs the first to go', async () => {
    const actor = await world.as(lena.email)
    const first = await world.rollcall.apiTokens.createMyToken(actor, {})
    expect(await codeOf(world.rollcall.apiTokens.createMyToken(actor, {}))).toBe('already-done')
    const { items } = await world.rollcall.apiTokens.listMyTokens(actor, {})
    expect(JSON.stringify(items)).not.toContain(first.token)
    await world.rollcall.apiTokens.revokeMyToken(actor, { tokenId: first.id })
    expect(await world.rollcall.sessions.authenticate(first.token, CLIENT)).toBeNull()
    expect(await codeOf(world.rollcall.apiTokens.createMyToken(actor, {}))).toBe('done')
  })

  it('die after a year', async () => {
    const { token } = await world.rollcall.apiTokens.createMyToken(await world.as(lena.email), {})
    world.clock.advance(365 * 24 * 3_600_000)
    expect(await world.rollcall.sessions.authenticate(token, CLIENT)).toBeNull()
  })
})

it('tells the host’s sink what happened, after the commit and once per change', async () => {
  await setGrants(amara.email, lena.email, null, ['publisher'])
  await remove(amara.email, lena.email)
  const told = events.filter(({ email }) => email === lena.email).map(({ type }) => type)
  expect(told).toEqual(['user.invited', 'user.registered', 'grants.changed', 'user.deleted'])
})
