import { CLIENT, createWorld, scenarios, type World } from '@rollcall/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import type { UserActor } from '../kernel/actor.ts'
import { RefusedError } from '../kernel/refusals.ts'
import { ladder } from '../presets/ladder.ts'
import type { Policy } from '../system/policy.rules.ts'
import { userKeys } from '../users/identifier.rules.ts'

const MINUTE = 60_000
const REASON = 'Her report stays empty.'

const TOMASZ = 'tomasz.wojcik@northwind.example'
const RANA = 'rana.alkhatib@fabrikam.example'
const AMARA = 'amara.okafor@northwind.example'
const PANAGIOTA = 'p.antoniou@fabrikam.example'
const ELIF = 'elif.yilmaz@northwind.example'
const HUDA = 'huda.elsayed@contoso.example'
const KWAME = 'kwame.mensah@contoso.example'
const THANDIWE = 'thandiwe.dlamini@northwind.example'
const PULSE = { type: 'survey', id: 'survey-customer-pulse-2026' }

let world: World
async function begin(policy: Policy = ladder) {
  world = createWorld({ policy })
  await scenarios.surveyPlatform(world)
}
beforeEach(() => begin())

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
const actorOf = (token: string, client = CLIENT) => world.rollcall.sessions.authenticate(token, client)
async function start(actor: UserActor, email: string, reason = REASON) {
  const userId = await world.idOf(email)
  const { answer, session } = await world.rollcall.impersonation.startImpersonation(actor, { userId, reason })
  if (session === null || session === 'closed') throw new Error('no session')
  return { ...answer, token: session.token }
}
async function actingAs(by: string, email: string) {
  const acting = await actorOf((await start(await world.as(by), email)).token)
  if (!acting) throw new Error('no session')
  return acting
}

describe('acting as somebody else', () => {
  it.each([
    [AMARA, HUDA, 'done'],
    [AMARA, KWAME, 'done'],
    [AMARA, THANDIWE, 'done'],
    [AMARA, PANAGIOTA, 'not-outranked'],
    [AMARA, RANA, 'not-outranked'],
    [AMARA, AMARA, 'self'],
    [ELIF, THANDIWE, 'no-right'],
    [ELIF, KWAME, 'not-found'],
    [TOMASZ, 'yael.cohen@contoso.example', 'not-outranked'],
    [TOMASZ, 'priya.raman@contoso.example', 'disabled-by-policy'],
    [TOMASZ, 'new.analyst@northwind.example', 'disabled-by-policy'],
  ])('[C19] takes Survey Creator and a lower rank opposite: %s as %s is %s', async (by, email, outcome) => {
    expect(await codeOf(start(await world.as(by), email))).toBe(outcome)
  })

  it('[C20] takes a reason, and the password given a moment ago', async () => {
    const amara = await world.as(AMARA)
    expect(await codeOf(start(amara, HUDA, '  '))).toBe('invalid-input')
    world.clock.advance(10 * MINUTE)
    expect(await codeOf(start(amara, HUDA))).toBe('reauthentication-required')
  })

  it('[C21] gives the rights of that person and takes one’s own', async () => {
    const own = await world.as(AMARA)
    const acting = await actingAs(AMARA, HUDA)
    const { can } = world.rollcall.access
    expect([can(own, 'surveys.create'), can(acting, 'surveys.create')]).toEqual([true, false])
    expect([can(own, 'survey.source', PULSE), can(acting, 'survey.source', PULSE)]).toEqual([true, false])
    expect(can(acting, 'survey.edit', PULSE)).toBe(true)
    // A Survey Creator sees everybody, a Standard User their organization.
    const { items } = await world.rollcall.users.listUsers(acting, {})
    expect(items.every(({ organization }) => organization === 'contoso.example')).toBe(true)
    const me = await world.rollcall.users.getMe(acting, {})
    expect(me).toMatchObject({ email: HUDA, impersonation: { by: 'Amara Okafor', reason: REASON } })
  })

  it('[C22] leaves an entry for each request, with both people, what was asked and why', async () => {
    const { token } = await start(await world.as(AMARA), HUDA)
    const { items: before } = await world.rollcall.audit.listEntries(await world.as(TOMASZ), { impersonated: true })
    await actorOf(token, { ...CLIENT, request: 'GET /surveys/7' } as typeof CLIENT)
    world.clock.advance(1_000)
    const acting = await actorOf(token)
    if (!acting) throw new Error('no session')
    world.clock.advance(1_000)
    await world.rollcall.audit.record(acting, { action: 'surveys.publish' })
    const { items } = await world.rollcall.audit.listEntries(await world.as(TOMASZ), { impersonated: true })
    const added = items.slice(0, items.length - before.length).reverse()
    expect(added.map(({ action, changes }) => [action, changes.request?.[1]])).toEqual([
      ['impersonation.request', 'GET /surveys/7'],
      ['impersonation.request', undefined],
      ['surveys.publish', undefined],
    ])
    for (const { real, effective } of added)
      expect([real?.name, effective?.name]).toEqual(['Amara Okafor', 'هدى السيد'])
    expect(added[0]?.reason).toBe(REASON)
  })

  it('[C22] is told to that person', async () => {
    const { endsAt } = await start(await world.as(AMARA), HUDA)
    await world.deliver()
    expect(world.mails.lastTo(HUDA)).toEqual({
      template: 'impersonated',
      data: {
        by: { name: 'Amara Okafor', email: AMARA },
        reason: REASON,
        at: world.clock.now(),
        endsAt: Date.parse(endsAt),
      },
    })
  })

  it('counts as no sign-in of theirs, and is none of their sessions', async () => {
    const before = (await record(HUDA)).state
    await actingAs(AMARA, HUDA)
    expect((await record(HUDA)).state).toEqual(before)
    const userId = await world.idOf(HUDA)
    const sessions = await world.rollcall.sessions.listSessions(await world.as(TOMASZ), { userId })
    expect(sessions.items.some(({ createdAt }) => Date.parse(createdAt) === world.clock.now())).toBe(false)
  })

  it('[C21] does nothing to that person’s credentials, address or profile, and nothing further as others', async () => {
    const acting = await actingAs(TOMASZ, RANA)
    const { users, passwords, apiTokens, sessions, access, impersonation } = world.rollcall
    const { id: userId, version } = await record(KWAME)
    const attempts = [
      impersonation.startImpersonation(acting, { userId, reason: REASON }),
      passwords.changeOwnPassword(acting, { currentPassword: 'x', password: 'marble thunder kite 77' }),
      users.requestEmailChange(acting, { email: 'rana@contoso.example' }),
      users.editMe(acting, { firstName: 'R', version: (await record(RANA)).version }),
      users.deleteMe(acting, {}),
      apiTokens.createMyToken(acting, {}),
      sessions.listMySessions(acting, {}),
      passwords.setPassword(acting, { userId, password: 'marble thunder kite 77', version }),
      passwords.sendResetLink(acting, { userId }),
      users.editUser(acting, { userId, firstName: 'K', version }),
      users.disableUser(acting, { userId, version }),
      users.deleteUser(acting, { userId, version }),
      users.changeManyUsers(acting, { change: { kind: 'disable' }, users: [{ id: userId, version }], dryRun: false }),
      access.setGrants(acting, { userId, scope: null, roles: ['minimal-user'], version }),
      access.setGrants(acting, { userId, scope: PULSE.id, roles: [], version }),
      sessions.revokeAllSessions(acting, { userId }),
    ]
    const outcomes = await Promise.all(attempts.map(codeOf))
    expect(outcomes).toEqual(attempts.map(() => 'impersonating'))
  })
})

describe('it ends', () => {
  const isLive = async (token: string) => (await actorOf(token)) !== null

  it('after an hour', async () => {
    const { token, endsAt } = await start(await world.as(AMARA), HUDA)
    expect(Date.parse(endsAt)).toBe(world.clock.now() + 60 * MINUTE)
    for (let minutes = 20; minutes < 60; minutes += 20) {
      world.clock.advance(20 * MINUTE)
      expect(await isLive(token)).toBe(true)
    }
    world.clock.set(Date.parse(endsAt))
    expect(await isLive(token)).toBe(false)
  })

  it('with the session it was begun from, when that is sooner', async () => {
    await begin({ ...ladder, session: { ...ladder.session, absoluteHours: 1 } })
    const own = await world.as(AMARA)
    const signedIn = world.clock.now()
    world.clock.advance(9 * MINUTE)
    expect(Date.parse((await start(own, HUDA)).endsAt)).toBe(signedIn + 60 * MINUTE)
  })

  it('with one’s own sign-out, and so does one’s own session with a sign-out there', async () => {
    const own = await world.signIn(AMARA)
    const amara = await actorOf(own)
    if (!amara) throw new Error('no session')
    const { token } = await start(amara, HUDA)
    await world.rollcall.signIn.signOut(amara, {})
    expect(await isLive(token)).toBe(false)

    const again = await world.signIn(AMARA)
    const back = await actorOf(again)
    const acting = back && (await actorOf((await start(back, HUDA)).token))
    if (!acting) throw new Error('no session')
    await world.rollcall.signIn.signOut(acting, {})
    expect(await isLive(again)).toBe(false)
  })

  it.each([
    ['who acts is given a lower role', AMARA, ['standard-user']],
    ['the other is given an equal one', HUDA, ['survey-creator']],
  ])('at once when %s', async (_, email, roles) => {
    const { token } = await start(await world.as(AMARA), HUDA)
    const { id: userId, version } = await record(email)
    await world.rollcall.access.setGrants(await world.as(TOMASZ), { userId, scope: null, roles, version })
    expect(await isLive(token)).toBe(false)
  })

  it.each([
    ['who acts', AMARA],
    ['the other', HUDA],
  ])('at once when %s is deactivated', async (_, email) => {
    const { token } = await start(await world.as(AMARA), HUDA)
    const user = await record(email)
    // Past the use case, which ends sessions as well.
    await world.storage.users.update(user.id, user.version, { fields: { enabled: false }, keys: userKeys(user) })
    expect(await isLive(token)).toBe(false)
  })

  it('by stopping: back to one’s own session, under a new token', async () => {
    const own = await world.signIn(AMARA)
    const amara = await actorOf(own)
    if (!amara) throw new Error('no session')
    const { token } = await start(amara, HUDA)
    const acting = await actorOf(token)
    if (!acting) throw new Error('no session')
    const { session } = await world.rollcall.impersonation.stopImpersonation(acting, {})
    expect([await isLive(token), await isLive(own)]).toEqual([false, false])
    const back = session && session !== 'closed' ? await actorOf(session.token) : null
    expect(back?.session).toMatchObject({ id: amara.session.id, impersonation: null })
    expect([back?.real.user.email, back?.effective.user.email]).toEqual([AMARA, AMARA])
    expect(back && (await codeOf(world.rollcall.impersonation.stopImpersonation(back, {})))).toBe('disabled-by-policy')
  })
})
