import type { World } from '../create-world.ts'
import { guessPassword } from './guesses.ts'
import { people } from './people.ts'
import { deactivate, insertUser } from './stored.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const { amara, tomasz, meilin, oscar, jonas, huda, misaki, priya, rana, yael, maximiliane } = people

/** Set up without a welcome, and with one whose link died. */
const UNTOLD = 'new.auditor@northwind.example'
const LATE = 'r.patel@contoso.example'

const everywhere = (role: string) => ({ role, scope: null })
const at = (...instances: readonly string[]) => instances.map((scope) => ({ role: 'instance-user', scope }))

const APPS = [
  ['app-audits', 'Audits', 'Ask the audit lead for a team before the first audit.'],
  ['app-policies', 'Policies', null],
  ['app-training', 'Training', 'Choose a curriculum in Training → People.'],
] as const

const INSTANCES = [
  ['audits-emea', 'Audits EMEA', 'app-audits', true],
  ['audits-apac', 'Audits APAC', 'app-audits', false],
  ['policies-group', 'Group policies', 'app-policies', true],
  ['training-main', 'Training', 'app-training', false],
  ['training-sandbox', 'Training sandbox', 'app-training', false],
] as const

/**
 * The users of a compliance hub by the `directory` preset: two administrators and people with instances of three apps,
 * set up by hand, in the statuses there are. Tells a year of their story and leaves the clock where it found it.
 */
export async function productHub(world: World): Promise<void> {
  const { rollcall, clock } = world
  const present = clock.now()
  const ago = (time: number) => clock.set(present - time)

  ago(380 * DAY)
  for (const [id, name, nextSteps] of APPS) await rollcall.resources.put({ id, type: 'app', name, nextSteps })
  for (const [id, name, parent, isDefault] of INSTANCES) {
    await rollcall.resources.put({ id, type: 'instance', name, parent, isDefault })
  }
  await world.createOwner({ ...amara, username: 'amara.okafor' })
  // Everybody is welcomed at first; later, administrators only.
  const owner = await world.as(amara.email)
  await rollcall.settings.editSettings(owner, { welcome: 'everybody', version: 0 })

  ago(360 * DAY)
  for (const [person, username, grants] of [
    [
      tomasz,
      'tomasz.wojcik',
      [everywhere('user'), everywhere('administrator'), ...at('audits-emea', 'policies-group')],
    ],
    [meilin, 'meilin.zhao', [everywhere('user'), ...at('audits-apac', 'policies-group')]],
    [oscar, 'oscar', [everywhere('user'), ...at('audits-emea', 'policies-group', 'training-main')]],
    [jonas, 'jonas.lindqvist', [everywhere('user'), ...at('audits-emea', 'policies-group')]],
    [huda, 'هدى', [everywhere('user'), ...at('policies-group')]],
    [misaki, 'misaki', [everywhere('user'), ...at('audits-apac', 'policies-group')]],
    [priya, 'priya.raman', [everywhere('user'), ...at('audits-emea')]],
    [rana, 'Rana', [everywhere('user'), ...at('training-sandbox')]],
    [yael, 'yael', []],
    [maximiliane, 'maximiliane', [everywhere('user'), ...at('audits-emea', 'policies-group', 'training-main')]],
  ] as const) {
    await world.create(amara.email, { ...person, username, grants: [...grants] })
    await world.register(person)
  }
  await rollcall.settings.editSettings(owner, { welcome: 'administrators', version: 1 })

  ago(120 * DAY)
  const thandiwe = await insertUser(world, {
    email: 'thandiwe.dlamini@northwind.example',
    username: 'tdlamini',
    firstName: 'Thandiwe',
    lastName: 'Dlamini',
    timeZone: 'Africa/Johannesburg',
    protected: true,
    authentication: { kind: 'external', provider: 'northwind-sso', subject: 'tdlamini' },
    registeredAt: clock.now(),
    grants: [{ role: 'user', scope: null, source: 'direct' }],
  })
  ago(60 * DAY)
  await deactivate(world, priya.email)

  ago(20 * DAY)
  const late = { email: LATE, username: 'r.patel', firstName: 'R.', lastName: 'Patel' }
  const lateId = await world.create(amara.email, { ...late, protected: false })
  await rollcall.users.sendWelcome(await world.as(amara.email), { userId: lateId })
  ago(2 * DAY)
  const untold = { email: UNTOLD, username: 'new.auditor', firstName: 'New', lastName: 'Auditor' }
  await world.create(tomasz.email, { ...untold, grants: at('audits-emea', 'policies-group') })

  for (const [person, time] of [
    [oscar, 31 * DAY],
    [jonas, DAY - 3 * HOUR],
    [thandiwe, 7 * HOUR],
    [huda, 4 * HOUR],
    [meilin, 3 * HOUR],
    [misaki, 40 * MINUTE],
  ] as const) {
    ago(time)
    if (person === thandiwe) await world.storage.users.noteSignIn(thandiwe.id, clock.now())
    else await world.signIn(person.email)
  }
  await guessPassword(world, 'jonas.lindqvist', present)
  ago(2 * MINUTE)
  await world.signIn(amara.email)
  ago(0)
  await world.deliver()
}
