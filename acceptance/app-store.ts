import type { SecretMessage } from '@rollcall/core'
import { createWorld, type World } from '@rollcall/testing'
import { type Visit, visit } from './visit.ts'

export const amara = { email: 'amara.okafor@northwind.example', firstName: 'Amara', lastName: 'Okafor' }
export const tomasz = { email: 'tomasz.wojcik@northwind.example', firstName: 'Tomasz', lastName: 'Wójcik' }
export const oscar = { email: 'oscar.delafuente@fabrikam.example', firstName: 'Óscar', lastName: 'de la Fuente' }
export const lena = { email: 'lena.vogt@northwind.example', firstName: 'Lena', lastName: 'Vogt' }

export const FIELD_NOTES = 'app-field-notes'
export const ROUTE_PLANNER = 'app-route-planner'

/** An app store with two apps: an administrator, a user manager, the owner of both apps, and somebody without a role. */
export interface AppStore {
  readonly world: World
  readonly admin: Visit
  readonly manager: Visit
  readonly owner: Visit
  /** Text messages sent, oldest first. */
  readonly texts: readonly SecretMessage[]
  /** A browser of that person, freshly signed in. */
  as(email: string): Promise<Visit>
  /** The id of whoever has that address, as calls take it. */
  who(email: string): Promise<{ readonly userId: string }>
  /** Id and version of whoever has that address, as calls that change them take them. */
  seen(email: string): Promise<{ readonly userId: string; readonly version: number }>
}

/** Lets everybody join; only Lena can be reached by text message. */
export async function appStore(): Promise<AppStore> {
  const texts: SecretMessage[] = []
  const world = createWorld({
    channels: {
      'text-message': {
        reaches: (user) => user.phone !== null,
        send: async (message) => {
          texts.push(message)
        },
      },
    },
  })
  const as = async (email: string) => visit(world, await world.signIn(email))
  const join = async (person: typeof lena, grants: { role: string; scope: string | null }[]) => {
    await world.invite(amara.email, person.email, grants)
    await world.register(person)
    return as(person.email)
  }
  await world.rollcall.resources.put({ id: FIELD_NOTES, type: 'app', name: 'Field notes' })
  await world.rollcall.resources.put({ id: ROUTE_PLANNER, type: 'app', name: 'Route planner' })
  await world.createOwner(amara)
  const admin = await as(amara.email)
  const manager = await join(tomasz, [{ role: 'user-management', scope: null }])
  const owner = await join(
    oscar,
    [FIELD_NOTES, ROUTE_PLANNER].map((scope) => ({ role: 'owner', scope })),
  )
  const { client } = await join(lena, [])
  await client.users.editMe({ version: (await client.users.getMe()).version, phone: '+49 30 1234567' })

  const who = async (email: string) => ({ userId: await world.idOf(email) })
  const seen = async (email: string) => {
    const { id: userId, version } = await admin.client.users.getUser(await who(email))
    return { userId, version }
  }
  return { world, admin, manager, owner, texts, as, who, seen }
}
