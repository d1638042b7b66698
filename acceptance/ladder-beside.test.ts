import { ladder } from '@rollcall/core/presets'
import { createWorld, PASSWORD, PRESENT } from '@rollcall/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  BRAND_TRACKER,
  cast,
  EXIT_POLL,
  NORTHWIND,
  others,
  type SurveyPlatform,
  surveyPlatform,
} from './survey-platform.ts'
import { codeOf, mailedToken, reasonOf, visit } from './visit.ts'

const DAY = 24 * 3_600_000
const NEXT = 'marble thunder kite 77'
const priya = cast['standard-user']

let platform: SurveyPlatform
beforeEach(async () => {
  platform = await surveyPlatform()
})

describe('the directory', () => {
  it('[C43] is searched by name and address; roles, statuses and organizations narrow it by filters of their own', async () => {
    const { client } = await platform.as('superuser')
    const found = async (query: object) => (await client.users.listUsers(query)).items.map(({ email }) => email)
    for (const q of ['priya', 'Raman', 'priya.raman@', 'RAMAN']) expect(await found({ q })).toEqual([priya.email])
    for (const q of ['survey-creator', 'Survey Creator', 'locked']) expect(await found({ q })).toEqual([])
    expect(await found({ role: ['survey-creator'] })).toEqual([cast['survey-creator'].email])
    expect(await found({ status: ['locked'] })).toEqual([others.locked.email])
    expect(await found({ q: 'lena', status: ['confirmed'] })).toEqual([])
  })

  it('[C45] [C46] takes people in by their address, sent by team leaders and above; names are theirs to give', async () => {
    const { world } = platform
    const grants = [{ role: 'minimal-user', scope: null }]
    const email = `noor@${NORTHWIND}`
    for (const role of ['minimal-user', 'standard-user', 'survey-creator'] as const) {
      const { client } = await platform.as(role)
      expect(await reasonOf(client.invitations.inviteUsers({ emails: [email], grants }))).toBe('no-right')
    }
    const leader = await platform.as('team-leader')
    await leader.client.invitations.inviteUsers({ emails: [email], grants })
    await world.deliver()
    expect(await leader.client.users.getUser(await platform.who({ email }))).toMatchObject({ firstName: null })
    const token = mailedToken(world, email)
    const register = (names: object) =>
      codeOf(visit(world).client.invitations.registerUser({ token, password: PASSWORD, ...names }))
    expect(await register({ firstName: '', lastName: 'Haddad' })).toBe('invalid-input')
    expect(await register({ firstName: 'N\u0000oor', lastName: 'Haddad' })).toBe('invalid-input')
    expect(await register({ firstName: 'Noor', lastName: "al-O'Haddad" })).toBe('done')
  })
})

describe('the password', () => {
  it('[C50] is never asked back for at an address nobody has: the same answer, and no mail', async () => {
    const { client } = visit(platform.world)
    const known = await client.passwords.requestReset({ identifier: priya.email })
    const unknown = await client.passwords.requestReset({ identifier: `nobody@${NORTHWIND}` })
    expect(unknown).toEqual(known)
    await platform.world.deliver()
    expect(platform.world.mails.lastTo(priya.email)?.template).toBe('reset')
    expect(platform.world.mails.lastTo(`nobody@${NORTHWIND}`)).toBeUndefined()
  })

  it('[C52] grows old where the policy says so, and by default never', async () => {
    expect(ladder.password.maxAgeDays).toBeNull()
    const policy = { ...ladder, dormantAfterDays: null, password: { ...ladder.password, maxAgeDays: 365 } }
    const world = createWorld({ policy })
    await world.createOwner(priya)
    const signIn = async (password: string) =>
      (await visit(world).client.signIn.signIn({ identifier: priya.email, password })).session
    world.clock.set(PRESENT + 365 * DAY - 1)
    expect(await signIn(PASSWORD)).toBe('full')
    world.clock.set(PRESENT + 365 * DAY)
    expect(await signIn(PASSWORD)).toBe('password-change-required')
    const { client } = visit(world)
    await client.signIn.signIn({ identifier: priya.email, password: PASSWORD })
    expect(await codeOf(client.users.listUsers())).toBe('password-change-required')
    await client.passwords.changeOwnPassword({ currentPassword: PASSWORD, password: NEXT })
    world.clock.set(PRESENT + 2 * 365 * DAY - 1)
    expect(await signIn(NEXT)).toBe('full')
  })
})

describe('roles', () => {
  it('[C54] [C56] bundle rights; on the platform each adds to those of the one below', async () => {
    const { client } = await platform.as('standard-user')
    const { roles } = await client.access.listRoles()
    const system = roles.filter(({ resourceType }) => resourceType === null)
    expect(system.map(({ id }) => id)).toEqual(Object.keys(cast))
    for (const [index, role] of system.entries()) {
      const below = system[index - 1]?.rights ?? []
      expect(role.rights.slice(0, below.length)).toEqual(below)
      expect([role.id, role.rights.length > below.length || index === 0]).toEqual([role.id, true])
    }
    const onASurvey = roles.filter(({ resourceType }) => resourceType === 'survey')
    expect(onASurvey.flatMap(({ rights }) => rights)).toContain('survey.view')
  })

  it('[C55] are one on the platform, never none or two, and any number on surveys', async () => {
    const { client } = await platform.as('system-administrator')
    const set = async (scope: string | null, roles: string[]) =>
      codeOf(client.access.setGrants({ ...(await platform.seen(priya)), scope, roles }))
    expect(await set(null, [])).toBe('invalid-input')
    expect(await set(null, ['standard-user', 'survey-creator'])).toBe('invalid-input')
    expect(await set(null, ['survey-creator'])).toBe('done')
    expect(await set(BRAND_TRACKER, ['observer', 'researcher'])).toBe('done')
    expect(await set(EXIT_POLL, ['limited'])).toBe('done')
    expect((await client.users.getUser(await platform.who(priya))).grants).toHaveLength(4)
  })

  it('[C65] [C66] on a survey are given by its makers, who alone reach its source and see who else is on it', async () => {
    const owner = await platform.as('system-administrator')
    await owner.client.access.setGrants({ ...(await platform.seen(priya)), scope: BRAND_TRACKER, roles: ['maker'] })
    const { client } = await platform.as('standard-user')
    const misaki = await client.users.findUser({ email: others.elsewhere.email, resource: BRAND_TRACKER })
    const give = (version: number, scope: string, roles: string[]) =>
      reasonOf(client.access.setGrants({ userId: misaki.id, version, scope, roles }))
    expect(await give(misaki.version, EXIT_POLL, ['observer'])).toBe('not-found')
    expect(await give(misaki.version, BRAND_TRACKER, ['maker'])).toBe('not-covered')
    expect(await give(misaki.version, BRAND_TRACKER, ['observer'])).toBe('done')
    const { items } = await client.users.listUsers({ resource: [BRAND_TRACKER] })
    expect(items.map(({ email }) => email).toSorted()).toEqual([others.elsewhere.email, priya.email].toSorted())
    expect(await give(misaki.version + 1, BRAND_TRACKER, [])).toBe('done')
    expect(await codeOf(client.users.getUser({ userId: misaki.id }))).toBe('not-found')

    const { roles } = await client.access.listRoles()
    const survey = roles.filter(({ resourceType }) => resourceType === 'survey')
    expect(survey.filter(({ rights }) => rights.includes('survey.source')).map(({ id }) => id)).toEqual(['maker'])
    expect(survey.map(({ id }) => id).toSorted()).toEqual(
      ['limited', 'maker', 'observer', 'panel-field-manager', 'researcher'].toSorted(),
    )
  })
})
