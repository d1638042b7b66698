import { ladder } from '@rollcall/core/presets'
import { CLIENT as client, createWorld, type World } from '@rollcall/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { contract } from '../contract.ts'
import { requireUser, type UserActor } from '../kernel/actor.ts'
import type { Endpoint } from '../kernel/endpoint.ts'
import { type RefusalCode, RefusedError } from '../kernel/refusals.ts'

const MINUTE = 60_000
const amara = 'amara.okafor@northwind.example'
const lena = 'lena.vogt@northwind.example'

let world: World
beforeEach(async () => {
  world = createWorld({
    policy: { ...ladder, signIn: { ...ladder.signIn, host: { name: 'Northwind', startUrl: '/log-in' } } },
  })
  const { users } = world.rollcall
  const admin = [{ role: 'system-administrator', scope: null }]
  await users.createUser(host(), { id: 'host-1', email: amara, firstName: 'Amara', grants: admin })
  await users.createUser(host(), { id: 'host-2', email: lena, firstName: 'Lena' })
})

const host = () => world.rollcall.host('test')
const codeOf = (work: Promise<unknown>): Promise<RefusalCode | 'in'> =>
  work.then(
    () => 'in',
    (error: unknown) => (error instanceof RefusedError ? error.code : Promise.reject(error)),
  )
const check = (password: string) =>
  world.rollcall.signIn.checkSignIn({ identifier: lena, client }, async () => password === 'right')
const statusOf = async (userId: string) => (await world.rollcall.users.getUser(host(), { userId })).status

async function comes(userId: string, confirmedAt?: number): Promise<UserActor> {
  const session = { userId, ...(confirmedAt === undefined ? {} : { confirmedAt }) }
  const actor = await world.rollcall.sessions.resumeHostSession(session, client)
  return requireUser(actor ?? world.rollcall.anonymous(client))
}

describe('a host that signs people in itself', () => {
  const taking = Object.entries(contract).flatMap(([slice, verbs]) =>
    Object.entries(verbs as Record<string, Endpoint>).flatMap(([verb, entry]) =>
      entry.password ? [[`${slice}.${verb}`, slice, verb] as const] : [],
    ),
  )
  it.each(taking)('has no %s', async (_, slice, verb) => {
    const operations = world.rollcall as unknown as Record<
      string,
      Record<string, (...given: unknown[]) => Promise<unknown>>
    >
    const work = operations[slice]?.[verb]?.(host(), {}) ?? Promise.resolve()
    await expect(work).rejects.toMatchObject({ code: 'not-allowed', details: { reason: 'disabled-by-policy' } })
  })

  it('offers administrators nothing that would make, mail or set a password', async () => {
    const { actions } = await world.rollcall.users.getUser(await comes('host-1'), { userId: 'host-2' })
    expect(actions).toMatchObject({ edit: true, disable: true })
    for (const action of ['setPassword', 'sendResetLink', 'issueTemporaryPassword']) {
      expect(actions).not.toHaveProperty(action)
    }
  })

  it('knows people by its own ids, who have registered there when it sets them up', async () => {
    expect(await statusOf('host-2')).toBe('confirmed')
    expect((await comes('host-2')).effective.user.id).toBe('host-2')
    expect(await world.rollcall.sessions.resumeHostSession({ userId: 'host-3' }, client)).toBeNull()
  })

  it('is where people are led who have to prove anew who they are', async () => {
    const me = await world.rollcall.users.getMe(await comes('host-2'), {})
    expect(me).toMatchObject({ confirmedUntil: null, provider: { name: 'Northwind', startUrl: '/log-in' } })
  })

  it('is told at the next request that somebody is deactivated', async () => {
    await comes('host-2')
    const { version } = await world.rollcall.users.getUser(host(), { userId: 'host-2' })
    await world.rollcall.users.disableUser(host(), { userId: 'host-2', version })
    expect(await world.rollcall.sessions.resumeHostSession({ userId: 'host-2' }, client)).toBeNull()
    expect(await codeOf(check('right'))).toBe('wrong-credentials')
  })

  it('tells whoever invited somebody that they came, and the invitation is used up', async () => {
    const invited = { emails: ['tomas@northwind.example'], grants: [{ role: 'standard-user', scope: null }] }
    await world.rollcall.invitations.inviteUsers(await comes('host-1'), invited)
    const userId = await world.idOf('tomas@northwind.example')
    await comes(userId)
    await world.deliver()
    expect(world.mails.lastTo(amara)?.template).toBe('invitations-accepted')
    expect((await world.rollcall.users.getUser(host(), { userId })).invitation).toBeNull()
  })
})

describe('passwords that the host checks', () => {
  it('lock at the fifth wrong one, and the right one does not open it', async () => {
    expect(await check('right')).toEqual({ userId: 'host-2' })
    for (const password of [...Array(5).fill('wrong'), 'right']) {
      expect(await codeOf(check(password))).toBe('wrong-credentials')
      world.clock.advance(1_000)
    }
    expect(await statusOf('host-2')).toBe('locked')
    const { items } = await world.rollcall.lockout.listFailedSignIns(host(), { userId: 'host-2' })
    expect(items.map(({ cause }) => cause)).toEqual(['locked', ...Array(4).fill('wrong-password')])
    await world.rollcall.lockout.unlockUser(await comes('host-1'), { userId: 'host-2' })
    expect(await codeOf(check('right'))).toBe('in')
  })

  it('are looked at exactly five times, however many guesses come at once', async () => {
    let looked = 0
    const guess = () =>
      world.rollcall.signIn.checkSignIn({ identifier: lena, client }, async () => {
        looked += 1
        return false
      })
    await Promise.allSettled(Array.from({ length: 100 }, guess))
    expect(looked).toBe(5)
  })

  it('count as the host tells them, where it cannot be wrapped', async () => {
    const { recordFailure, recordSuccess } = world.rollcall.signIn
    const attempt = { identifier: lena, client }
    for (let guess = 1; guess <= 5; guess += 1) expect(await recordFailure(attempt)).toEqual({ locked: guess === 5 })
    expect(await codeOf(recordSuccess(attempt))).toBe('wrong-credentials')
    expect(await recordFailure({ identifier: 'nobody@northwind.example', client })).toEqual({ locked: false })
  })

  it('refuse people who have not been seen for longer than the policy allows', async () => {
    await check('right')
    world.clock.advance((ladder.dormantAfterDays ?? 0) * 24 * 60 * MINUTE)
    expect(await codeOf(check('right'))).toBe('wrong-credentials')
    expect(await statusOf('host-2')).toBe('dormant')
  })

  it('are given back when the host’s own check fails', async () => {
    const broken = () =>
      world.rollcall.signIn.checkSignIn({ identifier: lena, client }, () => Promise.reject(new Error('no database')))
    for (let tries = 0; tries < 10; tries += 1) await expect(broken()).rejects.toThrow('no database')
    expect(await codeOf(check('right'))).toBe('in')
  })
})

describe('acting as somebody else from the host’s session', () => {
  const start = async (actor: UserActor) =>
    world.rollcall.impersonation.startImpersonation(actor, { userId: 'host-2', reason: 'She sees no survey.' })

  it('takes a recent proof, which the host gives', async () => {
    await comes('host-2')
    expect(await codeOf(start(await comes('host-1')))).toBe('reauthentication-required')
    expect(await codeOf(start(await comes('host-1', world.clock.now())))).toBe('in')
  })

  it('ends when it is stopped, and leaves no session of ours behind', async () => {
    await comes('host-2')
    const { session } = await start(await comes('host-1', world.clock.now()))
    const token = session && session !== 'closed' ? session.token : ''
    const acting = requireUser(
      (await world.rollcall.sessions.authenticate(token, client)) ?? world.rollcall.anonymous(client),
    )
    expect([acting.real.user.id, acting.effective.user.id]).toEqual(['host-1', 'host-2'])

    const withHost: UserActor = { ...acting, session: { ...acting.session, kind: 'host' } }
    const stopped = await world.rollcall.impersonation.stopImpersonation(withHost, {})
    expect(stopped.session).toBe('closed')
    expect(await world.rollcall.sessions.authenticate(token, client)).toBeNull()
    expect(await world.storage.sessions.list('host-1', world.clock.now())).toEqual([])
  })
})
