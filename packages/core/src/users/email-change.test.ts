import { CLIENT, createWorld, PASSWORD, scenarios, type World } from '@rollcall/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { RefusedError } from '../kernel/refusals.ts'
import { ladder } from '../presets/ladder.ts'
import { userKeys } from './identifier.rules.ts'

const MINUTE = 60_000
const ELIF = 'elif.yilmaz@northwind.example'
const HUDA = 'huda.elsayed@contoso.example'
const TOMASZ = 'tomasz.wojcik@northwind.example'
const NEW = 'elif@fabrikam.example'

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
async function ask(email = NEW, by = ELIF) {
  await world.rollcall.users.requestEmailChange(await world.as(by), { email })
  await world.deliver()
}
const tokenTo = (email = NEW) => new URL(world.mails.linkTo(email)).hash.replace('#token=', '')
const codeTo = (email = NEW) => {
  const mail = world.mails.lastTo(email)
  if (mail?.template !== 'email-change') throw new Error('no mail')
  return mail.credential.code
}
const confirm = async (token: string) => {
  const answer = await world.rollcall.users.confirmEmailChange(world.rollcall.anonymous(CLIENT), { token })
  await world.deliver()
  return answer
}
const signIn = (identifier: string) =>
  codeOf(world.rollcall.signIn.signIn(world.rollcall.anonymous(CLIENT), { identifier, password: PASSWORD }))

describe('another address of one’s own', () => {
  it('[C44] [C64] counts once its link is followed, and not before', async () => {
    const before = await record(ELIF)
    await ask()
    expect(await record(ELIF)).toMatchObject({ email: ELIF, version: before.version })
    expect(await confirm(tokenTo())).toEqual({ email: NEW })
    expect(await record(NEW)).toMatchObject({ id: before.id, email: NEW, version: before.version + 1 })
    expect([await signIn(ELIF), await signIn(NEW)]).toEqual(['wrong-credentials', 'done'])
  })

  it('[C57] moves the person to the organization of its domain, or to none at a provider for everybody', async () => {
    await ask()
    await confirm(tokenTo())
    expect((await record(NEW)).organization).toBe('fabrikam.example')
    await ask('huda_elsayed@gmail.com', HUDA)
    await confirm(tokenTo('huda_elsayed@gmail.com'))
    expect((await record('huda_elsayed@gmail.com')).organization).toBeNull()
  })

  it('is told to both addresses, and written down as done by the person', async () => {
    await ask()
    await confirm(tokenTo())
    for (const email of [ELIF, NEW]) {
      expect(world.mails.lastTo(email)).toEqual({
        template: 'email-changed',
        data: { from: ELIF, to: NEW, at: world.clock.now() },
      })
    }
    const filter = { action: ['users.confirmEmailChange'] }
    const { items } = await world.rollcall.audit.listEntries(await world.as(TOMASZ), filter)
    expect(items[0]).toMatchObject({
      real: { name: 'Elif Yılmaz' },
      changes: { email: [ELIF, NEW], organization: ['northwind.example', 'fabrikam.example'] },
    })
  })

  it('that somebody has is answered alike, and gets no mail', async () => {
    const sent = world.mails.sent.length
    await ask(HUDA.toUpperCase())
    expect(world.mails.sent).toHaveLength(sent)
  })

  it('that somebody gets meanwhile is refused', async () => {
    await ask()
    await ask(NEW, HUDA)
    const [first, second] = world.mails.sent.flatMap(({ mail }) => (mail.template === 'email-change' ? [mail] : []))
    if (!first || !second) throw new Error('two mails were expected')
    expect(await codeOf(confirm(second.credential.code))).toBe('done')
    expect(await codeOf(confirm(first.credential.code))).toBe('email-in-use')
    expect((await record(ELIF)).email).toBe(ELIF)
  })

  it('is asked for with a fresh password only', async () => {
    const elif = await world.as(ELIF)
    world.clock.advance(10 * MINUTE)
    expect(await codeOf(world.rollcall.users.requestEmailChange(elif, { email: NEW }))).toBe(
      'reauthentication-required',
    )
  })

  it('[C16] is not for people of a single sign-on', async () => {
    const token = await world.signIn(ELIF)
    const user = await record(ELIF)
    const authentication = { kind: 'external', provider: 'Google', subject: '1' } as const
    await world.storage.users.update(user.id, user.version, { fields: { authentication }, keys: userKeys(user) })
    const elif = await world.rollcall.sessions.authenticate(token, CLIENT)
    expect(elif && (await codeOf(world.rollcall.users.requestEmailChange(elif, { email: NEW })))).toBe('single-sign-on')
  })

  it('is nobody’s where the policy has none', async () => {
    const apps = createWorld()
    await scenarios.empty(apps)
    const amara = await apps.as('amara.okafor@northwind.example')
    expect(await codeOf(apps.rollcall.users.requestEmailChange(amara, { email: NEW }))).toBe('disabled-by-policy')
    expect((await apps.rollcall.users.getMe(amara, {})).mayChangeEmail).toBe(false)
  })
})

describe('the link', () => {
  it('works once, and its code instead of it', async () => {
    await ask()
    const token = tokenTo()
    await confirm(codeTo())
    expect(await codeOf(confirm(token))).toBe('token-invalid')
  })

  it('dies after two hours, its code after a quarter', async () => {
    await ask()
    world.clock.advance(15 * MINUTE)
    expect(await codeOf(confirm(codeTo()))).toBe('token-invalid')
    world.clock.advance(105 * MINUTE)
    expect(await codeOf(confirm(tokenTo()))).toBe('token-invalid')
    await ask()
    world.clock.advance(120 * MINUTE - 1)
    expect(await codeOf(confirm(tokenTo()))).toBe('done')
  })

  it('is void with a later one', async () => {
    await ask()
    const earlier = tokenTo()
    await ask('elif@contoso.example')
    expect(await codeOf(confirm(earlier))).toBe('token-invalid')
    expect(await codeOf(confirm(tokenTo('elif@contoso.example')))).toBe('done')
  })

  it('is void while the person is deactivated', async () => {
    await ask()
    const { id: userId, version } = await record(ELIF)
    await world.rollcall.users.disableUser(await world.as(TOMASZ), { userId, version })
    expect(await codeOf(confirm(tokenTo()))).toBe('token-invalid')
  })

  it('may be one’s own, typed otherwise', async () => {
    await ask('Elif.Yilmaz@Northwind.example')
    await confirm(tokenTo('Elif.Yilmaz@Northwind.example'))
    expect((await record(ELIF)).email).toBe('Elif.Yilmaz@Northwind.example')
  })

  it.each(['reset', 'change', 'set', 'off'] as const)(
    'is void once the password is anew or the account off: %s',
    async (how) => {
      await ask()
      const token = tokenTo()
      const { rollcall } = world
      const tomasz = await world.as(TOMASZ)
      const { id: userId, version } = await record(ELIF)
      if (how === 'set')
        await rollcall.passwords.setPassword(tomasz, { userId, version, password: 'copper willow raft 31' })
      if (how === 'off') {
        await rollcall.users.disableUser(tomasz, { userId, version })
        await rollcall.users.enableUser(tomasz, { userId, version: version + 1 })
      }
      if (how === 'change') {
        const passwords = { currentPassword: PASSWORD, password: 'copper willow raft 31' }
        await rollcall.passwords.changeOwnPassword(await world.as(ELIF), passwords)
      }
      if (how === 'reset') {
        await rollcall.passwords.requestReset(rollcall.anonymous(CLIENT), { identifier: ELIF })
        await world.deliver()
        const link = { token: tokenTo(ELIF), password: 'copper willow raft 31' }
        await rollcall.passwords.completeReset(rollcall.anonymous(CLIENT), link)
      }
      expect(await codeOf(confirm(token))).toBe('token-invalid')
    },
  )

  it('takes with it what was mailed to the old address', async () => {
    await ask()
    await world.rollcall.passwords.requestReset(world.rollcall.anonymous(CLIENT), { identifier: ELIF })
    await world.deliver()
    const reset = tokenTo(ELIF)
    await confirm(tokenTo())
    const attempt = { token: reset, password: 'marble thunder kite 77' }
    expect(await codeOf(world.rollcall.passwords.completeReset(world.rollcall.anonymous(CLIENT), attempt))).toBe(
      'token-invalid',
    )
  })
})
