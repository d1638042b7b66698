import { PASSWORD, PRESENT } from '@rollcall/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { cast, others, type Role, type SurveyPlatform, surveyPlatform } from './survey-platform.ts'
import { codeOf, reasonOf, type Visit } from './visit.ts'

const MINUTE = 60_000
const REASON = 'The export stays empty.'
const ROLES = Object.keys(cast) as Role[]
const priya = cast['standard-user']

let platform: SurveyPlatform
beforeEach(async () => {
  platform = await surveyPlatform()
})

const takePlaceOf = async ({ client }: Visit, person: { readonly email: string }, reason = REASON) =>
  client.impersonation.startImpersonation({ ...(await platform.who(person)), reason })
const entries = async (query = {}) => {
  const { client } = await platform.as('system-administrator')
  return (await client.audit.listEntries(query)).items
}

describe('impersonating', () => {
  it('[C19] takes survey creator or above, and a place below one’s own', async () => {
    for (const [index, role] of ROLES.entries()) {
      for (const [other, target] of ROLES.entries()) {
        if (role === target) continue
        const expected =
          index < ROLES.indexOf('standard-user')
            ? 'not-found'
            : index < ROLES.indexOf('survey-creator')
              ? 'no-right'
              : index > other
                ? 'done'
                : 'not-outranked'
        const answer = await reasonOf(takePlaceOf(await platform.as(role), cast[target]))
        expect([role, target, answer]).toEqual([role, target, expected])
      }
    }
    const creator = await platform.as('survey-creator')
    const { actions } = await creator.client.users.getUser(await platform.who(priya))
    expect(actions.impersonate).toBe(true)
    expect(await reasonOf(takePlaceOf(creator, others.notConfirmed))).toBe('disabled-by-policy')
  })

  it('[C20] asks for a reason, which the log keeps and the person is told', async () => {
    const creator = await platform.as('survey-creator')
    for (const reason of ['', '   ']) expect(await codeOf(takePlaceOf(creator, priya, reason))).toBe('invalid-input')
    await takePlaceOf(creator, priya)
    await platform.world.deliver()
    expect(platform.world.mails.lastTo(priya.email)).toMatchObject({
      template: 'impersonated',
      data: { reason: REASON },
    })
    const [entry] = await entries({ action: ['impersonation.startImpersonation'] })
    expect(entry).toMatchObject({
      reason: REASON,
      real: { name: 'Óscar de la Fuente' },
      target: { name: 'Priya Raman' },
    })
  })

  it('[C20] takes a password given a moment ago', async () => {
    const { world } = platform
    const creator = await platform.as('survey-creator')
    world.clock.set(PRESENT + 10 * MINUTE)
    expect(await codeOf(takePlaceOf(creator, priya))).toBe('reauthentication-required')
    await creator.client.signIn.confirm({ password: PASSWORD })
    expect(await codeOf(takePlaceOf(creator, priya))).toBe('done')
  })

  it('[C21] has the rights and the sight of the other, none of one’s own, and goes back', async () => {
    const superuser = await platform.as('superuser')
    const { client } = superuser
    const emails = async () => (await client.users.listUsers()).items.map(({ email }) => email)
    const everybody = await emails()
    await takePlaceOf(superuser, priya)

    const me = await client.users.getMe()
    expect(me).toMatchObject({ ...priya, impersonation: { by: 'Amara Okafor', reason: REASON } })
    const itself = await platform.as('standard-user')
    expect(me.rights).toEqual((await itself.client.users.getMe()).rights)
    expect(await emails()).toEqual((await itself.client.users.listUsers()).items.map(({ email }) => email))
    expect(await emails()).not.toEqual(everybody)
    expect(await reasonOf(client.lockout.unlockUser(await platform.who(others.locked)))).toBe('no-right')
    expect(await codeOf(client.users.getUser(await platform.who(others.elsewhere)))).toBe('not-found')

    await client.impersonation.stopImpersonation()
    expect(await client.users.getMe()).toMatchObject({ email: cast.superuser.email, impersonation: null })
    expect(await emails()).toEqual(everybody)
    expect(await reasonOf(client.lockout.unlockUser(await platform.who(others.locked)))).toBe('done')
  })

  it('[C21] never changes what is the other’s own, never goes on to a third, and ends by itself', async () => {
    const { world } = platform
    const administrator = await platform.as('system-administrator')
    const { client } = administrator
    await takePlaceOf(administrator, cast.superuser)
    const { version } = await client.users.getMe()
    const it = await platform.seen(priya)
    const forbidden = {
      'another place': () => takePlaceOf(administrator, priya),
      'their profile': () => client.users.editMe({ version, lastName: 'Vogt' }),
      'their password': () =>
        client.passwords.changeOwnPassword({ currentPassword: PASSWORD, password: 'marble kite 77 !' }),
      'their address': () => client.users.requestEmailChange({ email: 'amara@northwind.example' }),
      'a password': () => client.passwords.setPassword({ ...it, password: 'marble thunder kite 77' }),
      'a deletion': () => client.users.deleteUser(it),
      'a role': () => client.access.setGrants({ ...it, scope: null, roles: ['minimal-user'] }),
    }
    for (const [what, call] of Object.entries(forbidden)) {
      expect([what, await reasonOf(call())]).toEqual([what, 'impersonating'])
    }
    world.clock.set(PRESENT + 60 * MINUTE)
    expect(await codeOf(client.users.getMe())).toBe('not-signed-in')
  })

  it('[C22] leaves an entry with both people for every request and for whatever it changed', async () => {
    const administrator = await platform.as('system-administrator')
    const { client } = administrator
    await takePlaceOf(administrator, cast.superuser)
    await client.users.listUsers({ q: 'lena' })
    await client.lockout.unlockUser(await platform.who(others.locked))
    const locked = await platform.who(others.locked)
    await codeOf(client.users.deleteMe())
    await client.impersonation.stopImpersonation()
    await client.users.getMe()

    const both = { real: { name: 'Huda Elsayed' }, effective: { name: 'Amara Okafor' } }
    const [unlocked] = await entries({ action: ['lockout.unlockUser'], impersonated: true })
    expect(unlocked).toMatchObject({ ...both, target: { id: locked.userId } })
    const requests = await entries({ action: ['impersonation.request'] })
    expect(requests.map(({ changes }) => changes.request?.[1]).toSorted()).toEqual([
      'DELETE /api/rollcall/impersonation',
      'DELETE /api/rollcall/me',
      'GET /api/rollcall/users',
      `POST /api/rollcall/users/${locked.userId}/unlock`,
    ])
    for (const entry of requests) expect(entry).toMatchObject({ ...both, reason: REASON })
  })

  it('[C22] leaves the host’s own acts with both people as well', async () => {
    const { world } = platform
    const administrator = await platform.as('system-administrator')
    await takePlaceOf(administrator, priya)
    const actor = await world.rollcall.sessions.authenticate(administrator.token(), { address: null, agent: null })
    if (!actor) throw new Error('The session is not live.')
    await world.rollcall.audit.record(actor, { action: 'surveys.publish', target: { id: 's1', name: 'Exit poll' } })
    const [published] = await entries({ action: ['surveys.publish'] })
    expect(published).toMatchObject({ real: { name: 'Huda Elsayed' }, effective: { name: 'Priya Raman' } })
  })
})
