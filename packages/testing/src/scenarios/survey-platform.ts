import type { World } from '../create-world.ts'
import { guessPassword } from './guesses.ts'
import { people } from './people.ts'
import { insertUser } from './stored.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const { amara, elif, huda, jonas, kwame, maximiliane, misaki, noor, oscar, panagiota, priya, rana, tomasz, yael } =
  people

/** Invited, not registered: one link still works, the other does not. */
const PENDING = 'new.analyst@northwind.example'
const EXPIRED = 'r.patel@contoso.example'

const PULSE = { id: 'survey-customer-pulse-2026', type: 'survey', name: 'Customer pulse 2026' }
const TRACKER = { id: 'survey-brand-tracker-q3', type: 'survey', name: 'Brand tracker Q3' }
const VOICE = { id: 'survey-employee-voice', type: 'survey', name: 'Employee voice' }

const on = (survey: { readonly id: string }) => (role: string) => ({ role, scope: survey.id })
const everywhere = (role: string) => ({ role, scope: null })
const onPulse = on(PULSE)
const onTracker = on(TRACKER)
const onVoice = on(VOICE)

/** Two of every rank at least, so that everybody has an equal. */
const JOINING = [
  { person: yael, grants: [everywhere('system-administrator')] },
  { person: jonas, grants: [everywhere('superuser')] },
  { person: rana, grants: [everywhere('superuser')] },
  { person: misaki, grants: [everywhere('team-leader'), onVoice('maker')] },
  { person: amara, grants: [everywhere('survey-creator'), onPulse('maker')] },
  { person: panagiota, grants: [everywhere('survey-creator'), onTracker('maker')] },
  { person: elif, grants: [everywhere('standard-user'), onVoice('panel-field-manager')] },
  { person: huda, grants: [everywhere('standard-user'), onPulse('researcher'), onTracker('observer')] },
  { person: priya, grants: [everywhere('standard-user'), onPulse('researcher')] },
  { person: kwame, grants: [everywhere('template-user'), onPulse('observer')] },
  { person: maximiliane, grants: [everywhere('template-user'), onVoice('researcher')] },
  { person: noor, grants: [everywhere('minimal-user'), onPulse('limited')] },
] as const

/**
 * The users of a survey platform by the `ladder` preset: three organizations and somebody of none, every rank twice, every
 * status, roles on three surveys, and groups by hand and by domain. Tells thirteen months of their story and leaves the
 * clock where it found it.
 */
export async function surveyPlatform(world: World): Promise<void> {
  const { rollcall, clock, storage } = world
  const present = clock.now()
  const ago = (time: number) => clock.set(present - time)

  ago(412 * DAY)
  for (const survey of [PULSE, TRACKER, VOICE]) await rollcall.resources.put(survey)
  await world.createOwner(tomasz)
  ago(300 * DAY)
  await world.invite(tomasz.email, oscar.email, [everywhere('standard-user'), onTracker('observer')])
  ago(298 * DAY)
  await world.register(oscar)
  ago(275 * DAY)
  await world.signIn(oscar.email)

  ago(200 * DAY)
  for (const { person, grants } of JOINING) await world.invite(tomasz.email, person.email, grants)
  ago(199 * DAY)
  for (const { person } of JOINING) await world.register(person)
  const elsewhere = await signedInElsewhere(world)

  ago(180 * DAY)
  await makeGroups(world)

  ago(94 * DAY)
  await world.signIn(priya.email)
  ago(60 * DAY)
  await disable(world, priya.email)
  ago(20 * DAY)
  await world.invite(tomasz.email, EXPIRED, [everywhere('survey-creator'), onTracker('researcher')])
  ago(2 * DAY)
  await world.invite(tomasz.email, PENDING, [everywhere('standard-user'), onPulse('observer')])
  ago(DAY + 2 * HOUR)
  await lookInto(world, amara.email, huda.email)

  for (const [email, time] of [
    [elsewhere.thandiwe, 270 * DAY],
    [maximiliane.email, 45 * DAY],
    [kwame.email, 12 * DAY],
    [noor.email, 3 * DAY],
    [jonas.email, 20 * HOUR + 23 * MINUTE],
    [elif.email, 8 * HOUR],
    [huda.email, 5 * HOUR + 55 * MINUTE],
    [elsewhere.meilin, 3 * HOUR],
    [misaki.email, 40 * MINUTE],
  ] as const) {
    ago(time)
    if (Object.values(elsewhere).includes(email)) await storage.users.noteSignIn(await world.idOf(email), clock.now())
    else await world.signIn(email)
  }
  // Guesses lock who has a password here, and nobody else.
  await guessPassword(world, elsewhere.thandiwe, present)
  await guessPassword(world, jonas.email, present)
  ago(2 * MINUTE)
  await world.signIn(amara.email)
  ago(0)
  await world.signIn(tomasz.email)
  await world.deliver()
}

/** People of a single sign-on; the answer are their addresses. Years away make none of them dormant. */
async function signedInElsewhere(world: World) {
  const { clock } = world
  const meilin = await insertUser(world, {
    ...people.meilin,
    authentication: { kind: 'external', provider: 'Google', subject: '104729118' },
    registeredAt: clock.now(),
    grants: [{ role: 'team-leader', scope: null, source: 'direct' }],
  })
  const thandiwe = await insertUser(world, {
    email: 'thandiwe.dlamini@northwind.example',
    firstName: 'Thandiwe',
    lastName: 'Dlamini',
    timeZone: 'Africa/Johannesburg',
    authentication: { kind: 'external', provider: 'Google', subject: '113207741' },
    registeredAt: clock.now() - 100 * DAY,
    grants: [{ role: 'minimal-user', scope: null, source: 'direct' }],
  })
  return { meilin: meilin.email, thandiwe: thandiwe.email }
}

/** One by hand, one of a domain, and two that share one. */
async function makeGroups(world: World): Promise<void> {
  const { groups } = world.rollcall
  const manager = await world.as(tomasz.email)
  const panel = await groups.createGroup(manager, {
    name: 'Fieldwork partners',
    description: 'Run panels from outside the organization.',
    domains: [],
    grants: [onPulse('panel-field-manager')],
  })
  const add = [await world.idOf(noor.email), await world.idOf(kwame.email)]
  await groups.setMembers(manager, { groupId: panel.id, add, remove: [], version: panel.version })
  await groups.createGroup(manager, {
    name: 'Fabrikam',
    description: 'Everybody at Fabrikam.',
    domains: ['fabrikam.example'],
    grants: [onTracker('observer')],
  })
  await groups.createGroup(manager, {
    name: 'Northwind',
    description: 'Everybody at Northwind.',
    domains: ['northwind.example'],
    grants: [onVoice('limited')],
  })
  await groups.createGroup(manager, {
    name: 'Client and agency',
    description: 'Northwind and Contoso, who read the pulse together.',
    domains: ['contoso.example', 'northwind.example'],
    grants: [onPulse('observer')],
  })
}

async function disable(world: World, email: string): Promise<void> {
  const user = await world.storage.users.find(await world.idOf(email))
  if (!user) throw new Error(`${email} has gone.`)
  await world.rollcall.users.disableUser(await world.as(tomasz.email), { userId: user.id, version: user.version })
}

/** Acts as somebody else for six minutes, to see what they see; opens a survey meanwhile. */
async function lookInto(world: World, by: string, email: string): Promise<void> {
  const { rollcall, clock } = world
  const { session } = await rollcall.impersonation.startImpersonation(await world.as(by), {
    userId: await world.idOf(email),
    reason: 'The report of the customer pulse stays empty for her.',
  })
  if (session === null || session === 'closed') throw new Error(`Acting as ${email} opened no session.`)
  clock.advance(2 * MINUTE)
  const client = { address: '203.0.113.7', agent: null, request: `GET /surveys/${PULSE.id}` }
  const acting = await rollcall.sessions.authenticate(session.token, client)
  if (!acting) throw new Error(`The session as ${email} is not live.`)
  clock.advance(1_000)
  await rollcall.audit.record(acting, { action: 'surveys.openReport', target: { id: PULSE.id, name: PULSE.name } })
  clock.advance(4 * MINUTE)
  await rollcall.impersonation.stopImpersonation(acting, {})
  await world.deliver()
}
