import { CLIENT, createWorld, scenarios, type World } from '@rollcall/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { RefusedError } from '../kernel/refusals.ts'
import { ladder } from '../presets/ladder.ts'
import type { Policy } from '../system/policy.rules.ts'

const TOMASZ = 'tomasz.wojcik@northwind.example'
const RANA = 'rana.alkhatib@fabrikam.example'
const MISAKI = 'misaki.tanaka@fabrikam.example'
const ELIF = 'elif.yilmaz@northwind.example'
const KWAME = 'kwame.mensah@contoso.example'
const NOOR = 'noor_haddad@gmail.com'
const PENDING = 'new.analyst@northwind.example'

const PULSE = { type: 'survey', id: 'survey-customer-pulse-2026' }
const VOICE = { type: 'survey', id: 'survey-employee-voice' }

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
const listed = async (by: string) => (await world.rollcall.groups.listGroups(await world.as(by), {})).items
const named = async (name: string) => {
  const group = (await listed(TOMASZ)).find((each) => each.name === name)
  if (!group) throw new Error(`No group is called ${name}.`)
  return group
}
const groupsOf = async (email: string) => {
  const userId = await world.idOf(email)
  const { groups } = await world.rollcall.users.getUser(await world.as(TOMASZ), { userId })
  return groups.map(({ name, by }) => [name, by])
}
const inheritedBy = async (email: string) => {
  const user = await world.storage.users.find(await world.idOf(email))
  return user?.grants
    .filter(({ source }) => source === 'group')
    .map(({ role, scope, group }) => ({ role, scope, group }))
}
const given = { description: '', domains: [] as string[], grants: [] as { role: string; scope: string }[] }

describe('a group', () => {
  it('[C61] is listed with description, domains and as many members as the reader sees', async () => {
    const count = async (by: string) => (await listed(by)).map(({ name, members }) => [name, members])
    expect(await count(TOMASZ)).toEqual([
      ['Client and agency', 9],
      ['Fabrikam', 5],
      ['Fieldwork partners', 2],
      ['Northwind', 5],
    ])
    expect(await count(ELIF)).toEqual([
      ['Client and agency', 5],
      ['Fabrikam', 0],
      ['Fieldwork partners', 0],
      ['Northwind', 5],
    ])
    expect(await named('Client and agency')).toMatchObject({
      description: 'Northwind and Contoso, who read the pulse together.',
      domains: ['contoso.example', 'northwind.example'],
    })
  })

  it('[C61] shows those members by name, a page at a time, each with how they are one', async () => {
    const { id } = await named('Client and agency')
    const first = await world.rollcall.groups.listMembers(await world.as(TOMASZ), { groupId: id, limit: 8 })
    const cursor = first.nextCursor ?? ''
    const second = await world.rollcall.groups.listMembers(await world.as(TOMASZ), { groupId: id, limit: 8, cursor })
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([8, 1, null])
    const seen = await world.rollcall.groups.listMembers(await world.as(ELIF), { groupId: id })
    expect(seen.items.every(({ email, by }) => email.endsWith('@northwind.example') && by === 'domain')).toBe(true)
  })

  it('[C62] gives every member its roles on that survey, says so at each, and takes them when it goes', async () => {
    const { id, version } = await named('Fieldwork partners')
    expect(await inheritedBy(NOOR)).toEqual([{ role: 'panel-field-manager', scope: PULSE.id, group: id }])
    const fields = async () => world.rollcall.access.can(await world.as(NOOR), 'survey.field', PULSE)
    expect(await fields()).toBe(true)
    expect(world.rollcall.access.can(await world.as(NOOR), 'survey.field', VOICE)).toBe(false)

    await world.rollcall.groups.deleteGroup(await world.as(TOMASZ), { groupId: id, version })
    expect(await fields()).toBe(false)
    expect(await inheritedBy(NOOR)).toEqual([])
  })

  it('[C62] takes its roles from whoever is taken out, and says in the audit who was', async () => {
    const { id, version } = await named('Fieldwork partners')
    const remove = [await world.idOf(NOOR)]
    await world.rollcall.groups.setMembers(await world.as(RANA), { groupId: id, add: [], remove, version })
    expect(await inheritedBy(NOOR)).toEqual([])
    const { items } = await world.rollcall.audit.listEntries(await world.as(TOMASZ), { action: ['groups.setMembers'] })
    expect(items[0]).toMatchObject({
      target: { id, name: 'Fieldwork partners' },
      changes: { members: [['Noor Haddad'], []] },
    })
  })

  it('[C63] has everybody registered with an address of its domain, and nobody who is only invited', async () => {
    expect(await groupsOf(PENDING)).toEqual([])
    await world.register({ email: PENDING, firstName: 'Lena', lastName: 'Vogt' })
    expect(await groupsOf(PENDING)).toEqual([
      ['Client and agency', 'domain'],
      ['Northwind', 'domain'],
    ])
    expect(world.rollcall.access.can(await world.as(PENDING), 'survey.view', VOICE)).toBe(true)
  })

  it('[C63] takes no domain at which anybody gets an address', async () => {
    const work = world.rollcall.groups.createGroup(await world.as(TOMASZ), {
      ...given,
      name: 'Everybody',
      domains: ['GMAIL.com'],
    })
    await expect(work).rejects.toMatchObject({ code: 'invalid-input', details: { fields: { domains: 'invalid' } } })
  })

  it('[C63] [C64] is left with the old address and joined with the new one, but stays where one was put by hand', async () => {
    expect(await groupsOf(KWAME)).toEqual([
      ['Client and agency', 'domain'],
      ['Fieldwork partners', 'hand'],
    ])
    await world.rollcall.users.requestEmailChange(await world.as(KWAME), { email: 'kwame@fabrikam.example' })
    await world.deliver()
    const token = new URL(world.mails.linkTo('kwame@fabrikam.example')).hash.replace('#token=', '')
    await world.rollcall.users.confirmEmailChange(world.rollcall.anonymous(CLIENT), { token })
    expect(await groupsOf('kwame@fabrikam.example')).toEqual([
      ['Fabrikam', 'domain'],
      ['Fieldwork partners', 'hand'],
    ])
  })

  it('gives roles on surveys only', async () => {
    const grants = [{ role: 'superuser', scope: PULSE.id }]
    const work = world.rollcall.groups.createGroup(await world.as(TOMASZ), { ...given, name: 'Above', grants })
    await expect(work).rejects.toMatchObject({ details: { fields: { grants: 'invalid' } } })
  })

  it('never gives the role that owns', async () => {
    const apps = createWorld()
    await scenarios.appStore(apps)
    const grants = [{ role: 'owner', scope: 'app-field-notes' }]
    const amara = await apps.as('amara.okafor@northwind.example')
    const work = apps.rollcall.groups.createGroup(amara, { ...given, name: 'Owners', grants })
    await expect(work).rejects.toMatchObject({ details: { fields: { grants: 'invalid' } } })
  })

  it('is changed at the version one saw, else shown as it is', async () => {
    const { id, version } = await named('Fabrikam')
    const { groups } = world.rollcall
    const tomasz = await world.as(TOMASZ)
    const renamed = await groups.editGroup(tomasz, { groupId: id, name: 'Fabrikam Inc', version })
    expect(renamed).toMatchObject({ name: 'Fabrikam Inc', domains: ['fabrikam.example'], members: 5 })
    for (const late of [
      () => groups.editGroup(tomasz, { groupId: id, name: 'Fab', version }),
      () => groups.setMembers(tomasz, { groupId: id, add: [], remove: [], version }),
      () => groups.deleteGroup(tomasz, { groupId: id, version }),
    ]) {
      await expect(late()).rejects.toMatchObject({ code: 'changed-meanwhile', details: { current: { id } } })
    }
  })
})

describe('who may', () => {
  it('read groups starts at Standard User, change them at Superuser', async () => {
    const create = async (by: string) => {
      return codeOf(world.rollcall.groups.createGroup(await world.as(by), { ...given, name: 'New' }))
    }
    expect(await codeOf(listed(NOOR))).toBe('no-right')
    expect(await codeOf(listed(ELIF))).toBe('done')
    expect(await create(MISAKI)).toBe('no-right')
    expect(await create(RANA)).toBe('done')
    expect((await world.rollcall.groups.listGroups(await world.as(MISAKI), {})).manage).toBe(false)
  })

  it('change a group must be allowed to give all it gives, whichever way somebody gets it', async () => {
    const systemRoles = ladder.access.systemRoles.map((role) => {
      return role.id === 'team-leader' ? { ...role, rights: [...role.rights, 'groups.manage'] } : role
    })
    await begin({ ...ladder, access: { ...ladder.access, systemRoles } })
    const { groups } = world.rollcall
    const leader = await world.as(MISAKI)
    const { id: groupId, version } = await named('Fabrikam')
    const add = [await world.idOf(MISAKI)]
    const observer = [{ role: 'observer', scope: PULSE.id }]
    const refused = {
      creating: groups.createGroup(leader, { ...given, name: 'New', grants: observer }),
      giving: groups.editGroup(leader, { groupId, grants: observer, version }),
      opening: groups.editGroup(leader, { groupId, domains: ['contoso.example'], version }),
      adding: groups.setMembers(leader, { groupId, add, remove: [], version }),
      deleting: groups.deleteGroup(leader, { groupId, version }),
    }
    const outcomes = await Promise.all(Object.values(refused).map(codeOf))
    expect(outcomes).toEqual(Object.keys(refused).map(() => 'not-covered'))
    expect(await codeOf(groups.editGroup(leader, { groupId, name: 'Renamed', version }))).toBe('done')
    // She is Maker of that one survey.
    const own = [{ role: 'observer', scope: VOICE.id }]
    expect(await codeOf(groups.createGroup(leader, { ...given, name: 'Voices', grants: own }))).toBe('done')
  })

  it('change groups may not while acting as somebody else', async () => {
    const { session } = await world.rollcall.impersonation.startImpersonation(await world.as(TOMASZ), {
      userId: await world.idOf(RANA),
      reason: 'Cannot find a group.',
    })
    const token = session && session !== 'closed' ? session.token : ''
    const acting = await world.rollcall.sessions.authenticate(token, CLIENT)
    if (!acting) throw new Error('no session')
    expect(await codeOf(world.rollcall.groups.createGroup(acting, { ...given, name: 'New' }))).toBe('impersonating')
    expect((await world.rollcall.groups.listGroups(acting, {})).items).toHaveLength(4)
  })
})
