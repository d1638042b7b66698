import { PASSWORD, PRESENT } from '@rollcall/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  BRAND_TRACKER,
  cast,
  EXIT_POLL,
  FABRIKAM,
  NORTHWIND,
  others,
  type Role,
  type SurveyPlatform,
  surveyPlatform,
} from './survey-platform.ts'
import { codeOf, mailedToken, reasonOf, visit } from './visit.ts'

const NEXT = 'marble thunder kite 77'
const PHONE = '+49 30 1234567'
const HOUR = 3_600_000
const ROLES = Object.keys(cast) as Role[]
const everybody = [...Object.values(cast), ...Object.values(others)].map(({ email }) => email)

let platform: SurveyPlatform
beforeEach(async () => {
  platform = await surveyPlatform()
})

const listedFor = async (role: Role, query = {}) => {
  const { client } = await platform.as(role)
  return (await client.users.listUsers(query)).items.map(({ email }) => email)
}
const signIn = (email: string, password: string) =>
  codeOf(visit(platform.world).client.signIn.signIn({ identifier: email, password }))
const inviteAs = async (role: Role) => {
  const person = { email: `new.${role}@northwind.example`, firstName: 'Ama', lastName: 'Mensah' }
  await platform.world.invite(cast['system-administrator'].email, person.email, [{ role, scope: null }])
  await platform.world.register(person)
  return person
}

describe('the directory', () => {
  it('[C1] is where accounts are viewed, added, edited, deleted and impersonated', async () => {
    const { as, who, seen, world } = platform
    const { client } = await as('superuser')
    const noor = { email: 'noor.haddad@northwind.example', firstName: 'Noor', lastName: 'Haddad' }
    const grants = [{ role: 'standard-user', scope: null }]
    await client.invitations.inviteUsers({ emails: [noor.email], grants })
    await world.deliver()
    await world.register(noor)
    await client.users.editUser({ ...(await seen(noor)), lastName: 'Haddad-Vogt' })
    expect(await client.users.getUser(await who(noor))).toMatchObject({ email: noor.email, lastName: 'Haddad-Vogt' })
    await client.impersonation.startImpersonation({ ...(await who(noor)), reason: 'The export stays empty.' })
    expect(await client.users.getMe()).toMatchObject({ email: noor.email })
    await client.impersonation.stopImpersonation()
    await client.users.deleteUser(await seen(noor))
    expect(await listedFor('superuser', { q: noor.email })).toEqual([])
  })

  it('[C4] [C7] lists everybody of every organization to survey creators and above', async () => {
    for (const role of ['survey-creator', 'team-leader', 'superuser', 'system-administrator'] as const) {
      expect((await listedFor(role)).toSorted()).toEqual(everybody.toSorted())
      const { client } = await platform.as(role)
      expect(await client.users.countUsers()).toEqual({ exactly: everybody.length })
      expect(await client.users.getUser(await platform.who(others.elsewhere))).toMatchObject({ organization: FABRIKAM })
    }
  })

  it('[C5] opens, with the roles, to standard users and above', async () => {
    for (const role of ROLES) {
      const { client } = await platform.as(role)
      const expected = ROLES.indexOf(role) < ROLES.indexOf('standard-user') ? 'no-right' : 'done'
      expect([role, await reasonOf(client.users.listUsers())]).toEqual([role, expected])
      expect([role, await reasonOf(client.users.countUsers())]).toEqual([role, expected])
      expect([role, await reasonOf(client.access.listRoles())]).toEqual([role, expected])
    }
  })

  it('[C6] shows a standard user the people of the own organization, and nobody else in any way', async () => {
    const { client } = await platform.as('standard-user')
    const own = everybody.filter((email) => email.endsWith(NORTHWIND))
    expect((await listedFor('standard-user')).toSorted()).toEqual(own.toSorted())
    expect(await client.users.countUsers()).toEqual({ exactly: own.length })
    for (const query of [{ q: 'misaki' }, { organization: [FABRIKAM] }]) {
      expect(await listedFor('standard-user', query)).toEqual([])
      expect(await client.users.countUsers(query)).toEqual({ exactly: 0 })
    }
    expect(await codeOf(client.users.getUser(await platform.who(others.elsewhere)))).toBe('not-found')
    const changed = client.users.editUser({ ...(await platform.seen(others.elsewhere)), lastName: 'Haddad-Vogt' })
    expect(await codeOf(changed)).toBe('not-found')
    const leader = await platform.as('superuser')
    const group = { name: 'All of us', description: '', domains: [NORTHWIND, FABRIKAM], grants: [] }
    const { id: groupId } = await leader.client.groups.createGroup(group)
    const { items } = await client.groups.listMembers({ groupId })
    const waiting = [others.notConfirmed.email, others.invitationExpired.email] as string[]
    const members = own.filter((email) => !waiting.includes(email))
    expect(items.map(({ email }) => email).toSorted()).toEqual(members.toSorted())
    expect((await client.groups.listGroups()).items.map((each) => each.members)).toEqual([members.length])
  })

  it('[C8] sorts by every column, both ways', async () => {
    for (const sort of ['name', 'email', 'lastSignInAt', 'organization', 'role', 'status'] as const) {
      const up = await listedFor('superuser', { sort })
      expect(up.toSorted()).toEqual(everybody.toSorted())
      expect(await listedFor('superuser', { sort: `-${sort}` })).not.toEqual(up)
    }
    expect(await listedFor('superuser', { sort: 'email' })).toEqual(everybody.toSorted())
    const ranked = (await listedFor('superuser', { sort: '-role' })).filter((email) => email !== others.elsewhere.email)
    expect(ranked.slice(0, 2)).toEqual([cast['system-administrator'].email, cast.superuser.email])
  })
})

describe('an account', () => {
  it('[C11] opens to its details: groups, surveys, and the roles on them with where each comes from', async () => {
    const { as, who, seen } = platform
    const { client } = await as('system-administrator')
    const priya = cast['standard-user']
    await client.access.setGrants({ ...(await seen(priya)), scope: BRAND_TRACKER, roles: ['maker'] })
    const { id: group } = await client.groups.createGroup({
      name: 'Field team',
      description: 'Everybody who calls respondents.',
      domains: [NORTHWIND],
      grants: [{ role: 'observer', scope: EXIT_POLL }],
    })
    const details = await client.users.getUser(await who(priya))
    expect(details).toMatchObject({ ...priya, status: 'confirmed', organization: NORTHWIND })
    expect(details.groups).toEqual([{ id: group, name: 'Field team', by: 'domain' }])
    expect(details.resources.map(({ name }) => name).toSorted()).toEqual(['Brand tracker', 'Exit poll'])
    expect(details.grants.filter(({ scope }) => scope !== null)).toEqual([
      { role: 'maker', scope: BRAND_TRACKER, source: 'direct', group: null },
      { role: 'observer', scope: EXIT_POLL, source: 'group', group },
    ])
  })

  it('[C12] reaches every survey, existing and future, from superuser on, and from below none', async () => {
    const { as, who, world } = platform
    const { client } = await as('system-administrator')
    await world.rollcall.resources.put({ id: 'survey-of-tomorrow', type: 'survey', name: 'Tomorrow' })
    for (const role of ROLES) {
      const reaches = ROLES.indexOf(role) >= ROLES.indexOf('superuser')
      const { reach, grants } = await client.users.getUser(await who(cast[role]))
      expect([role, reach]).toEqual([role, reaches ? [{ type: 'survey', role: 'maker', through: role }] : []])
      expect(grants).toEqual([{ role, scope: null, source: 'direct', group: null }])
      const actor = await world.as(cast[role].email)
      const survey = { type: 'survey', id: 'survey-of-tomorrow' }
      expect([role, world.rollcall.access.can(actor, 'survey.source', survey)]).toEqual([role, reaches])
    }
  })

  it('[C13] is edited by whoever is higher, not by equals', async () => {
    for (const [index, role] of ROLES.entries()) {
      if (index < ROLES.indexOf('standard-user')) continue
      const { client } = await platform.as(role)
      const edit = async (of: { readonly email: string }) =>
        reasonOf(client.users.editUser({ ...(await platform.seen(of)), lastName: 'Haddad-Vogt' }))
      expect([role, await edit(await inviteAs(role))]).toEqual([role, 'not-outranked'])
      for (const lower of ROLES.slice(0, index))
        expect([role, lower, await edit(cast[lower])]).toEqual([role, lower, 'done'])
      for (const higher of ROLES.slice(index + 1)) expect(await edit(cast[higher])).toBe('not-outranked')
    }
  })

  it('[C14] [C17] has its password set by whoever is higher, not by equals; the new one works at once', async () => {
    const { as, seen } = platform
    const { client } = await as('team-leader')
    await client.passwords.setPassword({ ...(await seen(cast['standard-user'])), password: NEXT })
    expect(await signIn(cast['standard-user'].email, PASSWORD)).toBe('wrong-credentials')
    expect(await signIn(cast['standard-user'].email, NEXT)).toBe('done')
    const equal = await inviteAs('team-leader')
    for (const person of [equal, cast.superuser]) {
      const set = client.passwords.setPassword({ ...(await seen(person)), password: NEXT })
      expect(await reasonOf(set)).toBe('not-outranked')
    }
  })

  it('[C15] leaves the phone number to its owner, whoever asks', async () => {
    const { as, who, seen } = platform
    const { client } = await as('system-administrator')
    const it = await seen(cast['standard-user'])
    expect(await reasonOf(client.users.editUser({ ...it, phone: PHONE }))).toBe('owner-only-field')
    expect((await client.users.getUser(await who(cast['standard-user']))).fields.phone ?? false).toBe(false)
    const owner = await as('standard-user')
    await owner.client.users.editMe({ version: it.version, phone: PHONE })
    expect(await client.users.getUser(await who(cast['standard-user']))).toMatchObject({ phone: PHONE })
  })

  it('[C16] signs in by a password kept here or through a provider, and says which', async () => {
    const { client } = await platform.as('system-administrator')
    const kinds = async (authentication: 'internal' | 'external') =>
      (await client.users.listUsers({ authentication })).items.map(({ email }) => email)
    expect(await kinds('external')).toEqual([others.singleSignOn.email])
    expect(await kinds('internal')).not.toContain(others.singleSignOn.email)
    expect(await signIn(cast['standard-user'].email, PASSWORD)).toBe('done')
    expect(await signIn(others.singleSignOn.email, PASSWORD)).toBe('wrong-credentials')
  })

  it('[C17] [C49] has its password managed here: changed by oneself, or by a link of two hours', async () => {
    const { as, who, world } = platform
    const own = await as('standard-user')
    await own.client.passwords.changeOwnPassword({ currentPassword: PASSWORD, password: NEXT })
    expect(await signIn(cast['standard-user'].email, NEXT)).toBe('done')
    const leader = await as('team-leader')
    await leader.client.passwords.sendResetLink(await who(cast['standard-user']))
    await world.deliver()
    const token = mailedToken(world, cast['standard-user'].email)
    const reset = (password: string) => codeOf(visit(world).client.passwords.completeReset({ token, password }))
    world.clock.set(PRESENT + 2 * HOUR)
    expect(await reset('copper violin tundra 9')).toBe('token-invalid')
    world.clock.set(PRESENT + 2 * HOUR - 1)
    expect(await reset('copper violin tundra 9')).toBe('done')
    expect(await signIn(cast['standard-user'].email, 'copper violin tundra 9')).toBe('done')
  })

  it('[C18] has no password to change where a provider signs it in', async () => {
    const { as, who, seen } = platform
    const { client } = await as('system-administrator')
    const it = await seen(others.singleSignOn)
    expect(await reasonOf(client.passwords.setPassword({ ...it, password: NEXT }))).toBe('single-sign-on')
    expect(await reasonOf(client.passwords.sendResetLink(await who(others.singleSignOn)))).toBe('single-sign-on')
    const { actions } = await client.users.getUser(await who(others.singleSignOn))
    expect(actions).toMatchObject({ setPassword: 'single-sign-on', sendResetLink: 'single-sign-on' })
  })
})
