import { createWorld, type World } from '@rollcall/testing'
import { beforeEach, expect, it } from 'vitest'

const amara = { email: 'amara.okafor@northwind.example', firstName: 'Amara', lastName: 'Okafor' }

let world: World
beforeEach(async () => {
  world = createWorld()
  await world.createOwner(amara)
  await world.rollcall.resources.put({ id: 'app-a', type: 'app', name: 'A' })
})

const give = async (role: string) => {
  const grants = [{ role, scope: 'app-a' }]
  return world.rollcall.groups.createGroup(await world.as(amara.email), {
    name: role,
    description: '',
    domains: [],
    grants,
  })
}

it('says which roles a group can give: exactly those it takes, never one that owns the resource [C62]', async () => {
  const { roles } = await world.rollcall.groups.listGroups(await world.as(amara.email), {})
  expect(roles).toEqual(['developer', 'api-user'])
  for (const role of roles) expect(await give(role)).toMatchObject({ grants: [{ role, scope: 'app-a' }] })
  await expect(give('owner')).rejects.toMatchObject({
    code: 'invalid-input',
    details: { fields: { grants: 'invalid' } },
  })
})

it('says of every role which ones its holders give and take [C59]', async () => {
  const { roles } = await world.rollcall.access.listRoles(await world.as(amara.email), {})
  const mayGrant = Object.fromEntries(roles.map((role) => [role.id, role.mayGrant]))
  for (const { id, mayGrant: given } of [...world.policy.access.systemRoles, ...world.policy.access.scopedRoles]) {
    expect(mayGrant[id]).toEqual(given)
  }
})

it('keeps no domain and no role twice', async () => {
  const grants = [
    { role: 'developer', scope: 'app-a' },
    { role: 'developer', scope: 'app-a' },
  ]
  const about = { name: 'Twice', description: '', domains: ['NORTHWIND.example', 'northwind.example'], grants }
  const group = await world.rollcall.groups.createGroup(await world.as(amara.email), about)
  expect(group).toMatchObject({ domains: ['northwind.example'], grants: grants.slice(1) })
})
