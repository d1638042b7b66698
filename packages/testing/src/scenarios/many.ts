import type { World } from '../create-world.ts'
import { empty } from './empty.ts'
import { deactivate, insertUser } from './stored.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

const FIRST = (
  'Noor Zoë Kwame Siobhán Łukasz Aylin Jean-Baptiste Ngọc Ingrid Dmitri Ama Ishaan Freya Mateo Yuki Chiamaka Björn Leïla ' +
  'Tadeusz Marisol Anouk Kofi Ruža Hamish Esi'
).split(' ')
const LAST = (
  'Haddad Müller Mensah O’Brien Nowak Yılmaz Lefèvre Trần Bjørnsen Petrov Nakamura Iyer García Kovačević Adeyemi Lindgren ' +
  'Rossi Novák Achterberg Silva Papadaki Horvat Mbeki Jansen'
).split(' ')
const DOMAINS = ['northwind.example', 'fabrikam.example', 'contoso.example']
const ON_APPS = [
  [{ role: 'developer', scope: 'app-field-notes' }],
  [{ role: 'developer', scope: 'app-route-planner' }],
  [{ role: 'publisher', scope: null }],
  [{ role: 'api-user', scope: 'app-route-planner' }],
]
const ON_SURVEYS = [
  [{ role: 'minimal-user', scope: null }],
  [
    { role: 'standard-user', scope: null },
    { role: 'researcher', scope: 'survey-customer-pulse-2026' },
  ],
  [{ role: 'template-user', scope: null }],
  [
    { role: 'survey-creator', scope: null },
    { role: 'maker', scope: 'survey-brand-tracker-q3' },
  ],
  [{ role: 'team-leader', scope: null }],
]

/** The administrator of `empty` and `count` further people, the same ones each time, straight into the storage. */
export function many(count: number) {
  return async (world: World): Promise<void> => {
    await empty(world)
    const { storage, clock, policy } = world
    const roles = policy.preset === 'ladder' ? ON_SURVEYS : ON_APPS
    const present = clock.now()
    for (let index = 0; index < count; index += 1) {
      const joined = present - (30 + ((index * 37) % 700)) * DAY
      const email = `person.${index + 1}@${pick(DOMAINS, index)}`
      const { id } = await insertUser(world, {
        id: `person-${index + 1}`,
        email,
        firstName: pick(FIRST, index),
        lastName: pick(LAST, Math.floor(index / FIRST.length)),
        createdAt: joined,
        invitedAt: joined,
        registeredAt: index % 13 === 12 ? null : joined + HOUR,
        grants: pick(roles, index).map((grant) => ({ ...grant, source: 'direct' })),
      })
      if (index % 13 !== 12) await storage.users.noteSignIn(id, present - ((index * 53) % 720) * HOUR - index * 1_000)
      if (index % 29 === 28) await deactivate(world, email)
    }
  }
}

function pick<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T
}
