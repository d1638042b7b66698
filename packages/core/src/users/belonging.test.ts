import { createWorld, scenarios, type World } from '@rollcall/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Relation } from '../access/access-policy.rules.ts'
import { RefusedError } from '../kernel/refusals.ts'
import { directory } from '../presets/directory.ts'
import type { Policy } from '../system/policy.rules.ts'

const AMARA = 'amara.okafor@northwind.example'
const OSCAR = 'oscar.delafuente@fabrikam.example'
const MEILIN = 'meilin.zhao@fabrikam.example'
const HELP = 'help.desk@northwind.example'

const lena = { email: 'lena.vogt@northwind.example', username: 'lena', firstName: 'Lena', lastName: 'Vogt' }
const NORTHWIND = 'Northwind'

type Visibility = 'all' | 'organization'

/** The directory with a help desk, which sets people up, edits those it stands in that relation to, and gives no instance. */
const withHelpDesk = (visibility: Visibility, relation: Relation): Policy => ({
  ...directory,
  access: {
    ...directory.access,
    actions: { ...directory.access.actions, edit: { right: 'users.edit', relation } },
    systemRoles: [
      ...directory.access.systemRoles.map((role) => {
        return role.id === 'user' ? role : { ...role, mayGrant: [...role.mayGrant, 'help-desk'] }
      }),
      {
        id: 'help-desk',
        name: 'Help desk',
        description: 'Sets people up.',
        rank: 1,
        rights: ['users.read', 'users.create', 'users.edit'],
        visibility,
        mayGrant: ['user'],
      },
    ],
  },
})

let world: World
async function hub(visibility: Visibility, relation: Relation = 'covers') {
  world = createWorld({ policy: withHelpDesk(visibility, relation) })
  await scenarios.productHub(world)
  const profile = { email: HELP, firstName: 'Noor', lastName: 'Haddad' }
  const account = { ...profile, username: 'help', organization: NORTHWIND }
  const userId = await world.create(AMARA, { ...account, grants: [{ role: 'help-desk', scope: null }] })
  await world.rollcall.users.sendWelcome(await world.as(AMARA), { userId })
  await world.deliver()
  await world.register(profile)
}

type Edit = Omit<Parameters<World['rollcall']['users']['editUser']>[1], 'userId' | 'version'>

const edit = async (by: string, email: string, changes: Edit) => {
  const userId = await world.idOf(email)
  const { version = 1 } = (await world.storage.users.find(userId)) ?? {}
  return world.rollcall.users.editUser(await world.as(by), { userId, version, ...changes })
}
const group = async (domain: string, members: readonly string[] = []) => {
  const amara = await world.as(AMARA)
  const grants = [{ role: 'instance-user', scope: 'audits-emea' }]
  const { id: groupId, version } = await world.rollcall.groups.createGroup(amara, {
    name: `Everybody at ${domain}`,
    description: '',
    domains: [domain],
    grants,
  })
  const add = await Promise.all(members.map(world.idOf))
  if (add.length > 0) await world.rollcall.groups.setMembers(amara, { groupId, version, add, remove: [] })
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof RefusedError ? (error.details.reason ?? error.code) : Promise.reject(error)),
  )

describe('an address by whoever may not give what its domain brings', () => {
  beforeEach(() => hub('all'))

  it('brings nobody into a group, oneself included', async () => {
    await group('contoso.example')
    expect(await codeOf(edit(HELP, HELP, { email: 'help@contoso.example' }))).toBe('not-covered')
    expect(await codeOf(edit(HELP, HELP, { email: 'help@tailspin.example' }))).toBe('done')
    await world.deliver()
  })

  it('takes nobody out of one, but for those who were put into it by hand', async () => {
    await hub('all', 'outranks')
    await group('fabrikam.example', [MEILIN])
    expect(await codeOf(edit(HELP, MEILIN, { email: 'meilin@contoso.example' }))).toBe('done')
    expect(await codeOf(edit(HELP, OSCAR, { email: 'oscar@contoso.example' }))).toBe('not-covered')
  })

  it('may be corrected while its owner has not chosen a password, who proves it with the link', async () => {
    await group('contoso.example')
    await world.create(HELP, lena)
    expect(await codeOf(edit(HELP, lena.email, { email: 'lena.vogt@contoso.example' }))).toBe('done')
  })
})

it('an address by an administrator brings people in and takes them out', async () => {
  await hub('all')
  await group('fabrikam.example')
  const moved = 'oscar@contoso.example'
  const inherited = async (from: string, to: string) => {
    return (await edit(AMARA, from, { email: to })).grants.filter(({ source }) => source === 'group').length
  }
  expect([await inherited(OSCAR, moved), await inherited(moved, OSCAR)]).toEqual([0, 1])
})

describe('whoever sees their own organization only', () => {
  beforeEach(() => hub('organization'))

  it('sets people up there, and nowhere else', async () => {
    expect(await codeOf(world.create(HELP, { ...lena, organization: 'Fabrikam' }))).toBe('not-covered')
    expect(await codeOf(world.create(HELP, { ...lena, organization: null }))).toBe('not-covered')
    await world.create(HELP, lena)
    expect((await world.storage.users.find(await world.idOf(lena.email)))?.organization).toBe(NORTHWIND)
  })

  it('moves nobody elsewhere, themselves included', async () => {
    await world.create(HELP, lena)
    for (const email of [lena.email, HELP]) {
      expect(await codeOf(edit(HELP, email, { organization: 'Fabrikam' }))).toBe('not-covered')
    }
    expect((await edit(HELP, lena.email, { organization: NORTHWIND, jobTitle: 'Auditor' })).jobTitle).toBe('Auditor')
    expect((await edit(AMARA, lena.email, { organization: 'Fabrikam' })).organization).toBe('Fabrikam')
  })
})
