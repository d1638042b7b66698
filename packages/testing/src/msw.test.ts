import { createClient, RefusedError } from '@rollcall/client'
import { getResponse } from 'msw'
import { describe, expect, test } from 'vitest'
import { createWorld, PASSWORD, type World } from './create-world.ts'
import { type RollcallHandlersOptions, rollcallHandlers } from './msw.ts'
import { scenarios } from './scenarios.ts'

const AMARA = 'amara.okafor@northwind.example'

/** A client whose requests go through the handlers, as they do in a page. */
async function clientOf(options: RollcallHandlersOptions = {}, world: World = createWorld()) {
  const seeded = scenarios.empty(world).then(() => world)
  const handlers = rollcallHandlers(seeded, options)
  const fetch = async (url: string, init: RequestInit) =>
    (await getResponse(handlers, new Request(url, init))) ?? Response.error()
  return createClient({ baseUrl: 'http://localhost/api/rollcall', fetch })
}

describe('handlers over a world', () => {
  test('answer as whoever is signed in at first', async () => {
    const client = await clientOf({ as: AMARA })
    expect((await client.users.getMe()).email).toBe(AMARA)
  })

  test('keep the session that a visitor opens until it is closed, and show its token to no page', async () => {
    const client = await clientOf()
    await expect(client.users.getMe()).rejects.toThrow('not-signed-in')

    const answer = await client.signIn.signIn({ identifier: AMARA, password: PASSWORD })
    expect(answer).not.toHaveProperty('sessionToken')
    expect((await client.users.getMe()).email).toBe(AMARA)

    await client.signIn.signOut()
    await expect(client.users.getMe()).rejects.toThrow('not-signed-in')
  })

  test('let single operations be refused or unreachable', async () => {
    const fail = { 'users.listUsers': 'unavailable', 'users.getMe': 'network' } as const
    const client = await clientOf({ as: AMARA, fail })
    const refusal = await client.users.listUsers().catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(RefusedError)
    expect(refusal).toMatchObject({ code: 'unavailable', details: { correlationId: '7f3b9c' } })
    await expect(client.users.getMe()).rejects.toMatchObject({ code: 'unavailable', details: {} })
    await expect(client.users.countUsers()).resolves.toEqual({ exactly: 1 })
  })
})
