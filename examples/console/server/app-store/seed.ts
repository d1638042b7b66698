import { scenarios, type World } from '@rollcall/testing'
import type { Apps } from './apps.ts'

/** Who is shown on the front page, and what one can see as them. */
const SHOWN = [
  { email: 'amara.okafor@northwind.example', name: 'Amara Okafor', note: 'Admin: may do everything' },
  { email: 'tomasz.wojcik@northwind.example', name: 'Tomasz Wójcik', note: 'User management: invites and unlocks' },
  {
    email: 'meilin.zhao@fabrikam.example',
    name: 'Mei-Lin Zhao',
    note: 'Publisher: creates apps, sees the people of those she owns',
  },
  {
    email: 'oscar.delafuente@fabrikam.example',
    name: 'Óscar de la Fuente y Montenegro',
    note: 'App owner: sees, invites and assigns the people of Field Notes',
  },
  { email: 'huda.elsayed@contoso.example', name: 'هدى السيد', note: 'Developer of Field Notes: uploads builds' },
  {
    email: 'jonas.lindqvist@northwind.example',
    name: 'Jonas Lindqvist',
    note: 'Developer, locked by five wrong passwords; opens after 30 minutes, or when somebody unlocks him',
  },
]

/** Who can be reached by text message. */
const PHONES: Readonly<Record<string, string>> = {
  'huda.elsayed@contoso.example': '+20 2 5550 0142',
  'oscar.delafuente@fabrikam.example': '+34 600 000 142',
}

const HOUR = 3_600_000

/**
 * Thirteen months of an app store, told through the real operations. Also leaves an invitation that waits and one that
 * expired, and the host's own records of two apps.
 */
export async function seed(world: World, apps: Apps) {
  await scenarios.appStore(world)
  const now = world.clock.now()
  const host = world.rollcall.host('demo')
  for (const [email, phone] of Object.entries(PHONES)) {
    const userId = await world.idOf(email)
    const { version } = await world.rollcall.users.getUser(host, { userId })
    await world.rollcall.users.editUser(host, { userId, phone, version })
  }
  const by = async (email: string, version: string, hoursAgo: number) => {
    const { id, name } = await world.rollcall.users.getUser(host, { userId: await world.idOf(email) })
    return { version, at: new Date(now - hoursAgo * HOUR).toISOString(), by: { id, name } }
  }
  apps.add({
    id: 'app-field-notes',
    name: 'Field Notes',
    platform: 'ios',
    summary: 'What the crews saw, where and when, without a network.',
    builds: [
      await by('huda.elsayed@contoso.example', '4.2.1', 3),
      await by('jonas.lindqvist@northwind.example', '4.2.0', 170),
    ],
  })
  apps.add({
    id: 'app-route-planner',
    name: 'Route Planner',
    platform: 'android',
    summary: 'The order of the day’s visits, on one map.',
    builds: [await by('misaki.tanaka@fabrikam.example', '2.0.0', 52)],
  })
  return SHOWN
}
