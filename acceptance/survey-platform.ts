import { ladder } from '@rollcall/core/presets'
import { type User, userKeys } from '@rollcall/core/rules'
import { createWorld, PRESENT, type World } from '@rollcall/testing'
import { codeOf, type Visit, visit } from './visit.ts'

const DAY = 24 * 3_600_000

export const NORTHWIND = 'northwind.example'
export const FABRIKAM = 'fabrikam.example'
export const BRAND_TRACKER = 'survey-brand-tracker'
export const EXIT_POLL = 'survey-exit-poll'

/** One of each system role, at Northwind unless said otherwise, lowest first. */
export const cast = {
  'minimal-user': person('yael.cohen', 'Yael', 'Cohen'),
  'template-user': person('jonas.lindqvist', 'Jonas', 'Lindqvist'),
  'standard-user': person('priya.raman', 'Priya', 'Raman'),
  'survey-creator': person('oscar.delafuente', 'Óscar', 'de la Fuente'),
  'team-leader': person('tomasz.wojcik', 'Tomasz', 'Wójcik'),
  superuser: person('amara.okafor', 'Amara', 'Okafor'),
  'system-administrator': person('huda.elsayed', 'Huda', 'Elsayed'),
} as const
export type Role = keyof typeof cast

/** Standard users in every status; `elsewhere` works at Fabrikam, `singleSignOn` has no password here. */
export const others = {
  elsewhere: person('misaki.tanaka', 'Misaki', 'Tanaka', FABRIKAM),
  singleSignOn: person('rana.alkhatib', 'Rana', 'Al-Khatib'),
  locked: person('lena.vogt', 'Lena', 'Vogt'),
  dormant: person('meilin.zhao', 'Mei-Lin', 'Zhao'),
  deactivated: person('p.antoniou', 'Panagiota', 'Antoniou'),
  notConfirmed: person('new.analyst', 'Noor', 'Haddad'),
  invitationExpired: person('r.patel', 'Ravi', 'Patel'),
} as const

/** A survey platform with two surveys and two organizations. */
export interface SurveyPlatform {
  readonly world: World
  /** A browser of whoever has that role, freshly signed in. */
  as(role: Role): Promise<Visit>
  /** The id of whoever has that address, as calls take it. */
  who(person: { readonly email: string }): Promise<{ readonly userId: string }>
  /** Whoever has that address, as stored. */
  record(person: { readonly email: string }): Promise<User>
  /** Id and version of whoever has that address, as calls that change them take them. */
  seen(person: { readonly email: string }): Promise<{ readonly userId: string; readonly version: number }>
}

/** Lets everybody join, and leaves each of the others in their status. */
export async function surveyPlatform(): Promise<SurveyPlatform> {
  const world = createWorld({ policy: ladder, now: PRESENT - 260 * DAY })
  const { clock, storage } = world
  const administrator = cast['system-administrator']
  const invite = async ({ email }: { readonly email: string }, role: Role = 'standard-user') =>
    world.invite(administrator.email, email, [{ role, scope: null }])
  const join = async (profile: ReturnType<typeof person>, role?: Role) => {
    await invite(profile, role)
    await world.register(profile)
  }
  const as = async (role: Role) => visit(world, await world.signIn(cast[role].email))
  const who = async ({ email }: { readonly email: string }) => ({ userId: await world.idOf(email) })
  const record = async ({ email }: { readonly email: string }) => {
    const user = await storage.users.find(await world.idOf(email))
    if (!user) throw new Error(`${email} has gone.`)
    return user
  }
  const seen = async (of: { readonly email: string }) => {
    const { id: userId, version } = await record(of)
    return { userId, version }
  }

  await world.rollcall.resources.put({ id: BRAND_TRACKER, type: 'survey', name: 'Brand tracker' })
  await world.rollcall.resources.put({ id: EXIT_POLL, type: 'survey', name: 'Exit poll' })
  await world.createOwner(administrator)
  await join(others.dormant)

  clock.set(PRESENT - 40 * DAY)
  for (const [role, profile] of Object.entries(cast)) {
    if (profile !== administrator) await join(profile, role as Role)
  }
  for (const profile of [others.elsewhere, others.singleSignOn, others.locked, others.deactivated]) await join(profile)
  await invite(others.invitationExpired)

  clock.set(PRESENT)
  await invite(others.notConfirmed)
  const external = await record(others.singleSignOn)
  const authentication = { kind: 'external', provider: 'northwind-sso', subject: 'rana' } as const
  await storage.users.update(external.id, external.version, {
    fields: { authentication },
    keys: userKeys(external),
  })
  const stranger = visit(world)
  for (let n = 0; n < ladder.lockout.threshold; n += 1) {
    await codeOf(stranger.client.signIn.signIn({ identifier: others.locked.email, password: 'wrong' }))
  }
  const { client } = await as('system-administrator')
  await client.users.disableUser(await seen(others.deactivated))
  return { world, as, who, record, seen }
}

function person(name: string, firstName: string, lastName: string, domain = NORTHWIND) {
  return { email: `${name}@${domain}`, firstName, lastName }
}
