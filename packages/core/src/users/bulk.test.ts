import { createWorld, scenarios, type World } from '@rollcall/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { ladder } from '../presets/ladder.ts'
import { statusOf } from './user.rules.ts'

const TOMASZ = 'tomasz.wojcik@northwind.example'
const RANA = 'rana.alkhatib@fabrikam.example'
const JONAS = 'jonas.lindqvist@northwind.example'
const MISAKI = 'misaki.tanaka@fabrikam.example'
const KWAME = 'kwame.mensah@contoso.example'
const NOOR = 'noor_haddad@gmail.com'
const OSCAR = 'oscar.delafuente@fabrikam.example'
const PRIYA = 'priya.raman@contoso.example'
const THANDIWE = 'thandiwe.dlamini@northwind.example'
const PENDING = 'new.analyst@northwind.example'
const EXPIRED = 'r.patel@contoso.example'
const PULSE = 'survey-customer-pulse-2026'

let world: World
beforeEach(async () => {
  const contoso = { id: 'contoso', name: 'Contoso ID', startUrl: '/contoso', domains: [] }
  world = createWorld({ policy: { ...ladder, signIn: { ...ladder.signIn, providers: [contoso] } } })
  await scenarios.surveyPlatform(world)
})

type Change = Parameters<World['rollcall']['users']['changeManyUsers']>[1]['change']

const record = async (email: string) => {
  const user = await world.storage.users.find(await world.idOf(email))
  if (!user) throw new Error(`${email} has gone.`)
  return user
}
const statusNow = async (email: string) => statusOf(await record(email), ladder, world.clock.now())
const at = async (email: string) => {
  const { id, version } = await record(email)
  return { id, version }
}
/** Verdict by verdict: `true`, or why not. */
async function change(by: string, what: Change, emails: readonly string[], dryRun = false) {
  const users = await Promise.all(emails.map(at))
  const input = { change: what, users, dryRun }
  const { results } = await world.rollcall.users.changeManyUsers(await world.as(by), input)
  expect(results.map(({ userId }) => userId)).toEqual(users.map(({ id }) => id))
  return results.map(({ verdict }) => (verdict === true ? true : (verdict.reason ?? verdict.code)))
}
const everything = async (emails: readonly string[]) => ({
  people: await Promise.all(emails.map(record)),
  unsealed: await world.storage.audit.countUnsealed(),
  mails: world.mails.sent.length,
})

describe('the same for many', () => {
  const EMAILS = [KWAME, JONAS, RANA, TOMASZ, PRIYA, THANDIWE]
  const VERDICTS = [true, 'not-outranked', 'self', 'not-outranked', 'already-done', true]

  it('is judged for each by itself, and done where it may be', async () => {
    expect(await change(RANA, { kind: 'disable' }, EMAILS)).toEqual(VERDICTS)
    expect((await record(KWAME)).enabled).toBe(false)
    expect((await record(THANDIWE)).enabled).toBe(false)
    expect((await record(TOMASZ)).enabled).toBe(true)
  })

  it('is refused for each to whom it would be refused alone', async () => {
    expect(await change(MISAKI, { kind: 'disable' }, EMAILS)).toEqual(EMAILS.map(() => 'no-right'))
  })

  it('says the same in a dry run, which changes, writes down and mails nothing', async () => {
    const kinds = ['enable', 'disable', 'reactivate', 'unlock', 'resend', 'delete'] as const
    const all = [...EMAILS, OSCAR, PENDING, EXPIRED]
    await world.as(RANA)
    for (const kind of kinds) {
      const before = await everything(all)
      const judged = await change(RANA, { kind }, all, true)
      await world.deliver()
      const after = await everything(all)
      expect(after.people).toEqual(before.people)
      expect(after.mails).toBe(before.mails)
      expect(judged).toContain(true)
    }
    const entries = await world.rollcall.audit.listEntries(await world.as(TOMASZ), { userId: await world.idOf(KWAME) })
    expect(entries.items.some(({ action }) => action === 'users.disableUser')).toBe(false)
    expect(await change(RANA, { kind: 'disable' }, EMAILS, true)).toEqual(VERDICTS)
    expect(await change(RANA, { kind: 'disable' }, EMAILS)).toEqual(VERDICTS)
  })

  it('[B86] changes how each signs in where their account may be edited, and keeps who they are', async () => {
    const to = (provider: string) =>
      ({ kind: 'authentication', authentication: { kind: 'external', provider } }) as const
    const before = await record(KWAME)
    expect(await change(RANA, to('contoso'), [KWAME, TOMASZ])).toEqual([true, 'not-outranked'])
    const { id, grants } = before
    expect(await record(KWAME)).toMatchObject({ id, grants, authentication: to('contoso').authentication })
    expect(await change(RANA, to('nowhere'), [NOOR])).toEqual(['invalid-input'])
  })

  it('goes by the version one saw of each', async () => {
    const stale = await at(KWAME)
    await change(RANA, { kind: 'disable' }, [KWAME])
    const users = [stale, await at(NOOR), { id: 'nobody', version: 1 }]
    const input = { change: { kind: 'enable' } as const, users: users.slice(0, 1), dryRun: false }
    const enabled = await world.rollcall.users.changeManyUsers(await world.as(RANA), input)
    expect(enabled.results).toEqual([{ userId: stale.id, verdict: { code: 'changed-meanwhile', reason: null } }])
    const deleted = await world.rollcall.users.changeManyUsers(await world.as(RANA), {
      ...input,
      change: { kind: 'delete' },
      users,
    })
    expect(deleted.results.map(({ verdict }) => (verdict === true ? true : verdict.code))).toEqual([
      'changed-meanwhile',
      true,
      'not-found',
    ])
  })

  it('is for one at least and two hundred at most', async () => {
    const rana = await world.as(RANA)
    const one = await at(KWAME)
    for (const users of [[], Array.from({ length: 201 }, () => one)]) {
      const work = world.rollcall.users.changeManyUsers(rana, { change: { kind: 'disable' }, users, dryRun: true })
      await expect(work).rejects.toMatchObject({ code: 'invalid-input' })
    }
  })
})

describe('each kind', () => {
  it('[C27] [C29] reactivates who lay unused, restarts their clock, and nobody of a single sign-on', async () => {
    const verdicts = await change(RANA, { kind: 'reactivate' }, [OSCAR, KWAME, THANDIWE])
    expect(verdicts).toEqual([true, 'not-dormant', 'single-sign-on'])
    expect(await statusNow(OSCAR)).toBe('confirmed')
    expect((await record(OSCAR)).state.activeAt).toBe(world.clock.now())
    await world.deliver()
    expect(world.mails.lastTo(OSCAR)?.template).toBe('reactivated')
    expect(await world.signIn(OSCAR)).toBeTruthy()
  })

  it('[C26] [C40] unlocks for a Superuser, of any rank, and not for a Team Leader', async () => {
    expect(await change(MISAKI, { kind: 'unlock' }, [JONAS])).toEqual(['no-right'])
    expect(await change(RANA, { kind: 'unlock' }, [JONAS, KWAME])).toEqual([true, 'not-locked'])
    expect(await statusNow(JONAS)).toBe('confirmed')
  })

  it('[C25] [C28] sends invitations again, pending and expired', async () => {
    const verdicts = await change(MISAKI, { kind: 'resend' }, [PENDING, EXPIRED, KWAME])
    expect(verdicts).toEqual([true, true, 'already-registered'])
    expect(await statusNow(EXPIRED)).toBe('not-confirmed')
  })

  it('deletes', async () => {
    expect(await change(RANA, { kind: 'delete' }, [NOOR, JONAS])).toEqual([true, 'not-outranked'])
    await expect(world.idOf(NOOR)).rejects.toThrow('Nobody')
  })

  it('[C55] gives a role instead of the one on the whole product, and beside those on a survey', async () => {
    expect(await change(TOMASZ, { kind: 'grant', role: 'standard-user', scope: null }, [KWAME, NOOR, TOMASZ])).toEqual([
      true,
      true,
      'self',
    ])
    expect(await change(TOMASZ, { kind: 'grant', role: 'researcher', scope: PULSE }, [KWAME])).toEqual([true])
    const held = (await record(KWAME)).grants.filter(({ source }) => source === 'direct')
    expect(held.map(({ role, scope }) => [role, scope]).sort()).toEqual([
      ['observer', PULSE],
      ['researcher', PULSE],
      ['standard-user', null],
    ])
  })

  it('gives no role above one’s own reach', async () => {
    const grant = { kind: 'grant', role: 'superuser', scope: null } as const
    expect(await change(RANA, grant, [KWAME])).toEqual(['not-covered'])
  })
})
