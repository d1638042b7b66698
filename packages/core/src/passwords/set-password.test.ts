import { CLIENT, createWorld, PASSWORD, scenarios, type World } from '@rollcall/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { RefusedError } from '../kernel/refusals.ts'
import { ladder } from '../presets/ladder.ts'

const NEXT = 'marble thunder kite 77'
const TOMASZ = 'tomasz.wojcik@northwind.example'
const YAEL = 'yael.cohen@contoso.example'
const JONAS = 'jonas.lindqvist@northwind.example'
const AMARA = 'amara.okafor@northwind.example'
const PANAGIOTA = 'p.antoniou@fabrikam.example'
const ELIF = 'elif.yilmaz@northwind.example'
const HUDA = 'huda.elsayed@contoso.example'
const KWAME = 'kwame.mensah@contoso.example'
const THANDIWE = 'thandiwe.dlamini@northwind.example'
const PRIYA = 'priya.raman@contoso.example'
const PENDING = 'new.analyst@northwind.example'

let world: World
beforeEach(async () => {
  world = createWorld({ policy: ladder })
  await scenarios.surveyPlatform(world)
})

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof RefusedError ? (error.details.reason ?? error.code) : Promise.reject(error)),
  )
const record = async (email: string) => {
  const user = await world.storage.users.find(await world.idOf(email))
  if (!user) throw new Error(`${email} has gone.`)
  return user
}
async function setPassword(by: string, email: string, password = NEXT) {
  const { id: userId, version } = await record(email)
  await world.rollcall.passwords.setPassword(await world.as(by), { userId, password, version })
  await world.deliver()
}
async function signIn(identifier: string, password: string) {
  const visitor = world.rollcall.anonymous(CLIENT)
  const { answer, session } = await world.rollcall.signIn.signIn(visitor, { identifier, password })
  const actor =
    session && session !== 'closed' ? await world.rollcall.sessions.authenticate(session.token, CLIENT) : null
  if (!actor) throw new Error('no session')
  return { reach: answer.session, actor }
}
const reachOf = async (email: string, password: string) => {
  return signIn(email, password).then(
    ({ reach }) => reach,
    () => 'refused',
  )
}

describe('choosing somebody’s password', () => {
  it.each([
    [HUDA, KWAME, 'done'],
    [AMARA, HUDA, 'done'],
    [TOMASZ, JONAS, 'done'],
    [HUDA, PRIYA, 'not-outranked'],
    [AMARA, PANAGIOTA, 'not-outranked'],
    [AMARA, JONAS, 'not-outranked'],
    [TOMASZ, YAEL, 'not-outranked'],
    [AMARA, AMARA, 'self'],
    [ELIF, THANDIWE, 'single-sign-on'],
    [ELIF, KWAME, 'not-found'],
    [KWAME, HUDA, 'not-found'],
    [TOMASZ, PRIYA, 'disabled-by-policy'],
    [TOMASZ, PENDING, 'disabled-by-policy'],
  ])('[C13] [C14] [C18] takes a higher role and more rights: %s for %s is %s', async (by, email, outcome) => {
    expect(await codeOf(setPassword(by, email))).toBe(outcome)
  })

  it('[C14] replaces the old one, ends every session, and is changed at the next sign-in', async () => {
    const session = await world.signIn(KWAME)
    await setPassword(HUDA, KWAME)
    expect(await world.rollcall.sessions.authenticate(session, CLIENT)).toBeNull()
    expect(await reachOf(KWAME, PASSWORD)).toBe('refused')

    const { reach, actor } = await signIn(KWAME, NEXT)
    expect(reach).toBe('password-change-required')
    expect(await codeOf(world.rollcall.users.getMe(actor, {}))).toBe('done')
    expect(await codeOf(world.rollcall.users.listUsers(actor, {}))).toBe('password-change-required')
    await world.rollcall.passwords.changeOwnPassword(actor, { password: 'cedar window violin 19' })
    expect(await reachOf(KWAME, 'cedar window violin 19')).toBe('full')
    expect(await reachOf(KWAME, NEXT)).toBe('refused')
  })

  it('[C26] opens a lock', async () => {
    await setPassword(TOMASZ, JONAS)
    expect((await record(JONAS)).state.lockedAt).toBeNull()
    expect(await reachOf(JONAS, NEXT)).toBe('password-change-required')
  })

  it('is told to the person without the password, and written down without it', async () => {
    await setPassword(HUDA, KWAME)
    expect(world.mails.lastTo(KWAME)).toMatchObject({ template: 'password-changed', data: { how: 'set' } })
    expect(JSON.stringify(world.mails.sent)).not.toContain(NEXT)
    const filter = { action: ['passwords.setPassword'] }
    const { items } = await world.rollcall.audit.listEntries(await world.as(TOMASZ), filter)
    expect(items).toMatchObject([{ real: { name: 'هدى السيد' }, target: { name: 'Kwame Mensah' } }])
    expect(JSON.stringify(items)).not.toContain(NEXT)
  })

  it('ends with whoever chose it: once they may no longer, it signs nobody in', async () => {
    await setPassword(HUDA, KWAME)
    const { id: userId, version } = await record(HUDA)
    await world.rollcall.users.disableUser(await world.as(TOMASZ), { userId, version })
    expect(await reachOf(KWAME, NEXT)).toBe('refused')
  })

  it('voids a link on its way', async () => {
    await world.rollcall.passwords.requestReset(world.rollcall.anonymous(CLIENT), { identifier: KWAME })
    await world.deliver()
    const token = new URL(world.mails.linkTo(KWAME)).hash.replace('#token=', '')
    await setPassword(HUDA, KWAME)
    const attempt = { token, password: 'cedar window violin 19' }
    expect(await codeOf(world.rollcall.passwords.completeReset(world.rollcall.anonymous(CLIENT), attempt))).toBe(
      'token-invalid',
    )
  })

  it('goes by the version one saw', async () => {
    const { id: userId, version } = await record(KWAME)
    const input = { userId, password: NEXT, version: version - 1 }
    expect(await codeOf(world.rollcall.passwords.setPassword(await world.as(HUDA), input))).toBe('changed-meanwhile')
    expect(await reachOf(KWAME, PASSWORD)).toBe('full')
  })

  it.each([
    ['short 7 kite', 'done'],
    ['short 7 key', 'too-short'],
    ['marblethunder77', 'needs-symbol'],
    ['marble thunder', 'needs-digit'],
    ['7777 7777 7777', 'needs-letter'],
  ])('[C51] holds it to the same rules: %s is %s', async (password, outcome) => {
    const field = await setPassword(HUDA, KWAME, password).then(
      () => 'done',
      (error: unknown) => error instanceof RefusedError && error.details.fields?.password,
    )
    expect(field).toBe(outcome)
  })

  it('[C51] tells nobody which passwords the person has or had', async () => {
    expect(await codeOf(setPassword(HUDA, KWAME, PASSWORD))).toBe('done')
  })

  it('is not for administrators where the policy has none of it', async () => {
    const apps = createWorld()
    await scenarios.appStore(apps)
    const userId = await apps.idOf('yael.cohen@contoso.example')
    const input = { userId, password: NEXT, version: 1 }
    const amara = await apps.as(AMARA)
    expect(await codeOf(apps.rollcall.passwords.setPassword(amara, input))).toBe('no-right')
  })
})

describe('one’s own next password', () => {
  it('[C51] is none of the present one and the five before', async () => {
    const choose = async (currentPassword: string, password: string) => {
      return codeOf(world.rollcall.passwords.changeOwnPassword(await world.as(KWAME), { currentPassword, password }))
    }
    expect(await choose(PASSWORD, PASSWORD)).toBe('password-too-weak')
    const all = [PASSWORD, ...Array.from({ length: 6 }, (_, index) => `cedar window violin ${index}`)]
    const account = world.accounts.find(({ email }) => email === KWAME)
    if (!account) throw new Error('no account')
    for (const [index, next] of all.entries()) {
      if (index === 0) continue
      const { actor } = await signIn(KWAME, all[index - 1] ?? '')
      const input = { currentPassword: all[index - 1] ?? '', password: next }
      expect(await codeOf(world.rollcall.passwords.changeOwnPassword(actor, input))).toBe('done')
      const again = (await signIn(KWAME, next)).actor
      const back = { currentPassword: next, password: PASSWORD }
      const outcome = await codeOf(world.rollcall.passwords.changeOwnPassword(again, back))
      expect([index, outcome]).toEqual([index, index < 6 ? 'password-too-weak' : 'done'])
    }
  })
})
