import { createWorld, scenarios } from '@rollcall/testing'
import { expect, it } from 'vitest'
import { instanceRoutes } from './instance-routes.ts'
import { policy } from './policy.ts'

it('[B17] an instance opens for whoever was assigned it, and is not there for anybody else', async () => {
  const world = createWorld({ policy })
  await scenarios.productHub(world)
  const routes = instanceRoutes(world.rollcall)
  const call = (cookie: string, id: string) =>
    routes.request(`/${id}`, { headers: { cookie } }, { clientAddress: null })
  const by = async (email: string) => `__Host-rollcall=${await world.signIn(email)}`

  expect((await call('', 'audits-emea')).status).toBe(401)
  const oscar = await by('oscar.delafuente@fabrikam.example')
  expect(await (await call(oscar, 'training-main')).json()).toEqual({
    name: 'Training',
    app: 'Training',
    work: ['Working at heights, yearly', 'Handling complaints'],
  })
  expect((await call(oscar, 'audits-apac')).status).toBe(404)
  // Administrators manage instances; to work in one, they too are assigned it.
  const amara = await by('amara.okafor@northwind.example')
  expect((await call(amara, 'training-main')).status).toBe(404)
})
