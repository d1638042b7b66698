import { createWorld, scenarios, type World } from '@rollcall/testing'
import { describe, expect, it } from 'vitest'
import { RefusedError } from '../kernel/refusals.ts'
import { directory } from '../presets/directory.ts'
import { ladder } from '../presets/ladder.ts'
import { defineAttributes } from './attribute.rules.ts'

const AMARA = 'amara.okafor@northwind.example'
const OSCAR = 'oscar.delafuente@fabrikam.example'
const NORTHWIND = 'northwind.example'

const attributes = defineAttributes({
  costCentre: { label: 'Cost centre', type: 'text', screen: 'hidden' },
  remote: { label: 'Remote', type: 'boolean', screen: 'editable' },
})

type Filter = Parameters<World['rollcall']['users']['exportUsers']>[1]

async function hub(): Promise<World> {
  const world = createWorld({ policy: directory, attributes })
  await scenarios.productHub(world)
  return world
}
async function exported(world: World, by: string, filter: Filter = {}): Promise<string> {
  let text = ''
  for await (const part of await world.rollcall.users.exportUsers(await world.as(by), filter)) text += part
  return text
}
/** Lines as cells; no cell of theirs holds a line break. */
const rowsOf = (text: string) => {
  return text
    .trimEnd()
    .split('\r\n')
    .map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, a, b]) => a ?? b ?? ''))
}

describe('the users as a file', () => {
  it('hold one line each, under headers that say what the cells are', async () => {
    const world = await hub()
    await world.rollcall.users.createUser(world.rollcall.host('payroll'), {
      email: 'lena.vogt@northwind.example',
      username: 'lena',
      firstName: 'Lena',
      lastName: 'Vogt, "of Kraków"',
      jobTitle: 'Auditor',
      phone: '+49 30 1234567',
      language: 'de',
      timeZone: 'Europe/Berlin',
      externalId: 'hr-4711',
      organization: 'Northwind',
      enabled: false,
      protected: false,
      attributes: { costCentre: '4711', remote: false },
      grants: [
        { role: 'user', scope: null },
        { role: 'administrator', scope: null },
        { role: 'instance-user', scope: 'audits-emea' },
        { role: 'instance-user', scope: 'training-main' },
      ],
    })
    const [head, row, ...others] = rowsOf(await exported(world, AMARA, { q: 'lena' }))
    expect(others).toEqual([])
    expect(Object.fromEntries((head ?? []).map((name, index) => [name, row?.[index]]))).toEqual({
      Username: 'lena',
      Email: 'lena.vogt@northwind.example',
      FirstName: 'Lena',
      LastName: 'Vogt, ""of Kraków""',
      DisplayName: '',
      JobTitle: 'Auditor',
      MobileNumber: "'+49 30 1234567",
      AssignedRole: 'user;administrator',
      AuthenticationType: 'internal',
      AuthenticationProvider: '',
      ProtectedUser: 'false',
      Active: 'false',
      PreferredLanguage: 'de',
      TimeZone: 'Europe/Berlin',
      ProductInstances: 'audits-emea;training-main',
      Organization: 'Northwind',
      ExternalId: 'hr-4711',
      MuteNotifications: 'false',
      'attr:costCentre': '4711',
      'attr:remote': 'false',
    })
  })

  it('start no formula in a spreadsheet, in whatever cell', async () => {
    const world = await hub()
    const host = world.rollcall.host('payroll')
    const firstName = '=HYPERLINK("https://contoso.example","Here")'
    for (const [index, lastName] of ['=1+1', '+1', '-1', '@SUM(A1)', "'quoted"].entries()) {
      const account = { email: `formula-${index}@contoso.example`, username: `-${index}`, firstName, lastName }
      await world.rollcall.users.createUser(host, { ...account, attributes: { costCentre: lastName } })
    }
    const [, ...rows] = rowsOf(await exported(world, AMARA, { q: 'formula-' }))
    expect(rows).toHaveLength(5)
    for (const row of rows) for (const cell of row) expect(cell).not.toMatch(/^[=+\-@]/)
    expect(rows.map(([username]) => username)).toContain("'-0")
    expect(rows.map((row) => row[3])).toContain("''quoted")
  })

  it('are those the list shows under the same filter', async () => {
    const world = await hub()
    for (const filter of [{}, { status: ['deactivated' as const] }, { resource: ['audits-apac'] }, { q: 'fabrikam' }]) {
      const { items } = await world.rollcall.users.listUsers(await world.as(AMARA), { ...filter, limit: 200 })
      const [, ...rows] = rowsOf(await exported(world, AMARA, filter))
      expect(rows.map(([, email]) => email).sort()).toEqual(items.map(({ email }) => email).sort())
    }
  })

  it('are those the caller sees, and nobody’s who may read no list', async () => {
    const world = await hub()
    await expect(exported(world, OSCAR)).rejects.toThrow(RefusedError)
    const platform = createWorld({ policy: ladder })
    await scenarios.surveyPlatform(platform)
    const [, ...rows] = rowsOf(await exported(platform, 'misaki.tanaka@fabrikam.example'))
    expect(rows.length).toBeGreaterThan(1)
    expect(rows.map(([, email]) => email?.split('@')[1])).not.toContain(NORTHWIND)
  })

  it('leave an entry that says who took whom away', async () => {
    const world = await hub()
    await exported(world, AMARA, { q: 'oscar' })
    const { items } = await world.rollcall.audit.listEntries(await world.as(AMARA), {})
    const entry = items.find(({ action }) => action === 'users.exportUsers')
    expect(entry).toMatchObject({ real: { name: 'Amara Okafor' }, changes: { q: [null, 'oscar'] } })
  })
})
