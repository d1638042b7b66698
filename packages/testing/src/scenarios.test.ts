import { STATUSES } from '@rollcall/core/rules'
import { describe, expect, test } from 'vitest'
import { createWorld, PRESENT, type World } from './create-world.ts'
import { scenarios } from './scenarios.ts'

const AMARA = 'amara.okafor@northwind.example'

async function listed({ rollcall, as }: World) {
  return rollcall.users.listUsers(await as(AMARA), { limit: 200, sort: 'email' })
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

test('a crowd has as many people as asked for, beside its administrator', async () => {
  const world = createWorld()
  await scenarios.many(120)(world)
  const { items, nextCursor } = await listed(world)
  expect(items).toHaveLength(121)
  expect(nextCursor).toBeNull()
})
