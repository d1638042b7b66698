import type { World } from '../create-world.ts'
import { guessPassword } from './guesses.ts'
import { people } from './people.ts'
import { deactivate, insertUser } from './stored.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const { amara, tomasz, meilin, oscar, jonas, huda, misaki, priya, rana, panagiota, yael, maximiliane } = people

/** Invited, not registered: one link still works, the other does not. */
const PENDING = 'new.analyst@northwind.example'
const EXPIRED = 'r.patel@contoso.example'

const on = (app: string) => (role: string) => ({ role, scope: app })
const everywhere = (role: string) => ({ role, scope: null })
const onFieldNotes = on('app-field-notes')
const onRoutePlanner = on('app-route-planner')

/**
 * The users of an app store by the `invite-first` preset: one administrator, user managers, a publisher, owners and
 * developers of two apps, in every status there is. Tells thirteen months of their story and leaves the clock where it
 * found it.
 */
export async function appStore(world: World): Promise<void> {
  const { rollcall, clock, storage } = world
  const present = clock.now()
  const ago = (time: number) => clock.set(present - time)

  ago(412 * DAY)
  await rollcall.resources.put({ id: 'app-field-notes', type: 'app', name: 'Field Notes' })
  await rollcall.resources.put({ id: 'app-route-planner', type: 'app', name: 'Route Planner' })
  await world.createOwner(amara)
  await world.invite(amara.email, tomasz.email, [everywhere('user-management')])
  await world.invite(amara.email, meilin.email, [everywhere('publisher')])
  ago(411 * DAY)
  await world.register(tomasz)
  await world.register(meilin)

  ago(300 * DAY)
  await world.invite(tomasz.email, oscar.email, [onFieldNotes('owner')])
  await world.invite(tomasz.email, rana.email, [everywhere('user-management'), onRoutePlanner('owner')])
  await world.invite(tomasz.email, yael.email)
  ago(298 * DAY)
  await world.register(oscar)
  await world.register(rana)
  await world.register(yael)

  ago(150 * DAY)
  for (const { email } of [jonas, huda, priya]) await world.invite(oscar.email, email, [onFieldNotes('developer')])
  await world.invite(rana.email, misaki.email, [onRoutePlanner('developer'), onFieldNotes('developer')])
  await world.invite(rana.email, maximiliane.email, [onRoutePlanner('developer')])
  await world.invite(rana.email, panagiota.email, [onRoutePlanner('api-user')])
  ago(149 * DAY)
  for (const person of [jonas, huda, priya, misaki, maximiliane, panagiota]) await world.register(person)

  ago(120 * DAY)
  const thandiwe = await insertUser(world, {
    email: 'thandiwe.dlamini@northwind.example',
    firstName: 'Thandiwe',
    lastName: 'Dlamini',
    timeZone: 'Africa/Johannesburg',
    authentication: { kind: 'external', provider: 'northwind-sso', subject: 'tdlamini' },
    registeredAt: clock.now(),
    grants: [{ role: 'publisher', scope: null, source: 'provider' }],
  })

  ago(94 * DAY)
  await world.signIn(priya.email)
  ago(60 * DAY)
  await deactivate(world, priya.email)

  ago(20 * DAY)
  await world.invite(tomasz.email, EXPIRED, [onFieldNotes('developer')])
  ago(2 * DAY)
  await world.invite(tomasz.email, PENDING, [everywhere('publisher')])

  for (const [person, time] of [
    [oscar, 31 * DAY],
    [jonas, DAY - 3 * HOUR],
    [thandiwe, 7 * HOUR],
    [huda, 4 * HOUR],
    [meilin, 3 * HOUR],
    [misaki, 40 * MINUTE],
  ] as const) {
    ago(time)
    if (person === thandiwe) await storage.users.noteSignIn(thandiwe.id, clock.now())
    else await world.signIn(person.email)
  }
  await guessPassword(world, jonas.email, present)
  ago(2 * MINUTE)
  await world.signIn(amara.email)
  ago(0)
  await world.deliver()
}
