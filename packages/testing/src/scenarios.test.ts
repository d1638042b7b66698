import { directory, ladder } from '@rollcall/core/presets'
import { STATUSES } from '@rollcall/core/rules'
import { describe, expect, test } from 'vitest'
import { createWorld, PRESENT, type World } from './create-world.ts'
import { scenarios } from './scenarios.ts'

const AMARA = 'amara.okafor@northwind.example'
const TOMASZ = 'tomasz.wojcik@northwind.example'

async function listed({ rollcall, as }: World, by = AMARA) {
  return rollcall.users.listUsers(await as(by), { limit: 200, sort: 'email' })
}

describe('the app store', async () => {
  const world = createWorld()
  await scenarios.appStore(world)
  const { items } = await listed(world)
  const byEmail = (email: string) => items.find((user) => user.email === email)

  test('knows somebody in every status that its policy has, a lock with its five guesses included', async () => {
    const seen = new Set(items.map(({ status }) => status))
    expect(STATUSES.filter((status) => !seen.has(status))).toEqual(['dormant'])

    const userId = await world.idOf('jonas.lindqvist@northwind.example')
    const failures = await world.rollcall.lockout.listFailedSignIns(await world.as(AMARA), { userId })
    expect(failures.items).toHaveLength(5)
    expect(new Set(failures.items.map(({ address }) => address)).size).toBeGreaterThan(1)
    expect(world.mails.lastTo('jonas.lindqvist@northwind.example')?.template).toBe('locked')
  })

  test('has holders of every role, somebody without any, and somebody who signs in elsewhere', () => {
    const held = new Set(items.flatMap(({ grants }) => grants.map(({ role }) => role)))
    expect([...held].sort()).toEqual(['admin', 'api-user', 'developer', 'owner', 'publisher', 'user-management'])
    expect(byEmail('yael.cohen@contoso.example')?.grants).toEqual([])
    expect(byEmail('thandiwe.dlamini@northwind.example')?.authentication.kind).toBe('external')
  })

  test('leaves the clock where it was, and everybody who registered can sign in, the barred excepted', async () => {
    expect(world.clock.now()).toBe(PRESENT)
    for (const { email } of world.accounts) {
      const barred = ['locked', 'deactivated'].includes(byEmail(email)?.status ?? '')
      await expect(
        world.signIn(email).then(
          () => 'in',
          () => 'refused',
        ),
      ).resolves.toBe(barred ? 'refused' : 'in')
    }
  })

  test('is the same world each time', async () => {
    const again = createWorld()
    await scenarios.appStore(again)
    expect((await listed(again)).items.map(({ id }) => id)).toEqual(items.map(({ id }) => id))
  })
})

describe('the product hub', async () => {
  const world = createWorld({ policy: directory })
  await scenarios.productHub(world)
  const { items } = await listed(world)
  const byEmail = (email: string) => items.find((user) => user.email === email)

  test('knows somebody in every status that its policy has', () => {
    const seen = new Set(items.map(({ status }) => status))
    expect(STATUSES.filter((status) => !seen.has(status))).toEqual(['dormant'])
    expect(byEmail('new.auditor@northwind.example')).toMatchObject({
      status: 'not-confirmed',
      invitationExpiresAt: null,
    })
    expect(byEmail('r.patel@contoso.example')).toMatchObject({ status: 'invitation-expired', protected: false })
  })

  test('[B10] protects everybody but whom an administrator left unprotected; [B15] speaks English (UK) by default', () => {
    const open = items.filter((user) => !user.protected).map(({ email }) => email)
    expect(open).toEqual(['r.patel@contoso.example'])
    expect(byEmail(AMARA)?.language).toBe('en-GB')
  })

  test('has defaults among the instances of its apps, and people assigned to them', async () => {
    const resources = (await world.rollcall.resources.listResources(await world.as(AMARA), {})).items
    expect(resources.filter(({ isDefault }) => isDefault).map(({ id }) => id)).toEqual([
      'audits-emea',
      'policies-group',
    ])
    expect(resources.filter(({ type }) => type === 'app')).toHaveLength(3)
    expect(byEmail('oscar.delafuente@fabrikam.example')?.grants).toHaveLength(4)
  })

  test('leaves the clock where it was', () => {
    expect(world.clock.now()).toBe(PRESENT)
  })
})

describe('the survey platform', async () => {
  const world = createWorld({ policy: ladder })
  await scenarios.surveyPlatform(world)
  const { items } = await listed(world, TOMASZ)
  const byEmail = (email: string) => items.find((user) => user.email === email)
  const systemRoleOf = ({ grants }: (typeof items)[number]) => grants.filter(({ scope }) => scope === null)

  test('[C23] knows somebody in every status', () => {
    const seen = new Set(items.map(({ status }) => status))
    expect(STATUSES.filter((status) => !seen.has(status))).toEqual([])
    expect(byEmail('jonas.lindqvist@northwind.example')?.status).toBe('locked')
    expect(byEmail('oscar.delafuente@fabrikam.example')?.status).toBe('dormant')
  })

  test('[C55] gives everybody exactly one system role, and everybody registered an equal', () => {
    expect(items.filter((user) => systemRoleOf(user).length !== 1)).toEqual([])
    const held = items.filter(({ registeredAt }) => registeredAt !== null).flatMap(systemRoleOf)
    const often = ladder.access.systemRoles.map(({ id }) => held.filter(({ role }) => role === id).length)
    expect(Math.min(...often)).toBeGreaterThanOrEqual(2)
  })

  test('[C57] tells organizations by domain, a public one excepted', () => {
    const organizations = new Set(items.map(({ organization }) => organization))
    for (const each of ['northwind.example', 'fabrikam.example', 'contoso.example', null]) {
      expect(organizations).toContain(each)
    }
    expect(byEmail('noor_haddad@gmail.com')?.organization).toBeNull()
  })

  test('[C29] has somebody whom neither guesses lock nor years make dormant, because they sign in elsewhere', async () => {
    const thandiwe = byEmail('thandiwe.dlamini@northwind.example')
    expect(thandiwe).toMatchObject({ status: 'confirmed', lockedAt: null, authentication: { kind: 'external' } })
    const userId = thandiwe?.id ?? ''
    const failures = await world.rollcall.lockout.listFailedSignIns(await world.as(TOMASZ), { userId })
    expect(failures.items).toHaveLength(5)
    expect(Date.parse(thandiwe?.lastSignInAt ?? '')).toBeLessThan(PRESENT - 243 * 24 * 3_600_000)
  })

  test('[C62] [C63] lets groups give roles on surveys, by hand and by domain, two of them by the same', async () => {
    const { items: groups } = await world.rollcall.groups.listGroups(await world.as(TOMASZ), {})
    expect(groups.map(({ name, members }) => [name, members])).toEqual([
      ['Client and agency', 9],
      ['Fabrikam', 5],
      ['Fieldwork partners', 2],
      ['Northwind', 5],
    ])
    expect(groups.filter(({ domains }) => domains.includes('northwind.example'))).toHaveLength(2)
    const inherited = byEmail('noor_haddad@gmail.com')?.grants.filter(({ source }) => source === 'group')
    expect(inherited).toMatchObject([{ role: 'panel-field-manager', scope: 'survey-customer-pulse-2026' }])
  })

  test('[C22] remembers what was done as somebody else, with both', async () => {
    const { items: entries } = await world.rollcall.audit.listEntries(await world.as(TOMASZ), { impersonated: true })
    expect(entries.map(({ action, real, effective }) => [action, real?.name, effective?.name])).toEqual([
      ['impersonation.stopImpersonation', 'Amara Okafor', 'هدى السيد'],
      ['surveys.openReport', 'Amara Okafor', 'هدى السيد'],
      ['impersonation.request', 'Amara Okafor', 'هدى السيد'],
    ])
  })

  test('leaves the clock where it was, and everybody who registered can sign in, the barred excepted', async () => {
    expect(world.clock.now()).toBe(PRESENT)
    for (const { email } of world.accounts) {
      const barred = byEmail(email)?.status !== 'confirmed'
      const outcome = await world.signIn(email).then(
        () => 'in',
        () => 'refused',
      )
      expect([email, outcome]).toEqual([email, barred ? 'refused' : 'in'])
    }
  })

  test('is the same world each time', async () => {
    const again = createWorld({ policy: ladder })
    await scenarios.surveyPlatform(again)
    expect((await listed(again, TOMASZ)).items.map(({ id }) => id)).toEqual(items.map(({ id }) => id))
  })
})

test('a crowd climbs the ladder where the policy has one', async () => {
  const world = createWorld({ policy: ladder })
  await scenarios.many(30)(world)
  const { items } = await listed(world)
  expect(items.every(({ grants }) => grants.filter(({ scope }) => scope === null).length === 1)).toBe(true)
})

test('a crowd has as many people as asked for, beside its administrator', async () => {
  const world = createWorld()
  await scenarios.many(120)(world)
  const { items, nextCursor } = await listed(world)
  expect(items).toHaveLength(121)
  expect(nextCursor).toBeNull()
})
