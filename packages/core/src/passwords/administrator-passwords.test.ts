import { CLIENT, createWorld, PASSWORD, type World } from '@rollcall/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { RefusedError } from '../kernel/refusals.ts'
import type { SecretMessage } from '../ports/secret-channel.ts'
import { userKeys } from '../users/identifier.rules.ts'

const HOUR = 3_600_000
const NEXT = 'marble thunder kite 77'
const amara = { email: 'amara.okafor@northwind.example', firstName: 'Amara', lastName: 'Okafor' }
const lena = { email: 'lena.vogt@northwind.example', firstName: 'Lena', lastName: 'Vogt', phone: '+49 30 1234567' }

let world: World
let texts: SecretMessage[]
beforeEach(async () => {
  texts = []
  world = createWorld({
    channels: {
      'text-message': {
        reaches: (user) => user.phone !== null,
        send: async (message) => {
          texts.push(message)
        },
      },
    },
  })
  await world.createOwner(amara)
  await world.invite(amara.email, lena.email)
  await world.register(lena)
})

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof RefusedError ? (error.details.reason ?? error.code) : Promise.reject(error)),
  )
const signIn = async (password: string) => {
  const visitor = world.rollcall.anonymous(CLIENT)
  const { answer, session } = await world.rollcall.signIn.signIn(visitor, { identifier: lena.email, password })
  const actor =
    session && session !== 'closed' ? await world.rollcall.sessions.authenticate(session.token, CLIENT) : null
  if (!actor) throw new Error('no session')
  return { reach: answer.session, actor }
}
const person = async () => {
  const user = await world.storage.users.find(await world.idOf(lena.email))
  if (!user) throw new Error('Lena has gone.')
  return user
}
const issue = async (channel: string) => {
  const { id, version } = await person()
  const answer = await world.rollcall.passwords.issueTemporaryPassword(await world.as(amara.email), {
    userId: id,
    channel,
    version,
  })
  await world.deliver()
  return answer
}
const sendLink = async () => {
  const userId = await world.idOf(lena.email)
  await world.rollcall.passwords.sendResetLink(await world.as(amara.email), { userId })
  await world.deliver()
  const mail = world.mails.lastTo(lena.email)
  if (mail?.template !== 'reset') throw new Error('no reset mail')
  return mail
}

describe('a temporary password', () => {
  it('on screen is shown once, and the person is told without it', async () => {
    const { password } = await issue('screen')
    expect(password).toMatch(/^([0-9A-Z]{5}-){4}[0-9A-Z]{6}$/)
    const notice = world.mails.lastTo(lena.email)
    expect(notice).toMatchObject({ template: 'password-changed', data: { how: 'issued' } })
    expect(JSON.stringify(world.mails.sent)).not.toContain(password)
  })

  it('by mail reaches the person and is not shown', async () => {
    expect(await issue('mail')).toMatchObject({ password: null })
    const mail = world.mails.lastTo(lena.email)
    const password = mail?.template === 'temporary-password' ? mail.credential.password : ''
    expect((await signIn(password)).reach).toBe('password-change-required')
  })

  it('by the host’s own channel reaches whom it can reach', async () => {
    await issue('text-message')
    expect(texts).toMatchObject([{ to: { phone: lena.phone } }])
    expect((await signIn(texts[0]?.password ?? '')).reach).toBe('password-change-required')
    const { id, version } = await person()
    await world.rollcall.users.editUser(world.rollcall.host('test'), { userId: id, phone: null, version })
    expect(await codeOf(issue('text-message'))).toBe('invalid-input')
    expect(await codeOf(issue('carrier-pigeon'))).toBe('disabled-by-policy')
  })

  it('ends the old password and every session at once, and opens a lock', async () => {
    const { actor } = await signIn(PASSWORD)
    for (let n = 0; n < 5; n += 1) await codeOf(signIn('wrong'))
    const { password } = await issue('screen')
    expect(await codeOf(signIn(PASSWORD))).toBe('wrong-credentials')
    expect(await world.storage.sessions.list(actor.real.user.id, world.clock.now())).toEqual([])
    expect((await signIn(password ?? '')).reach).toBe('password-change-required')
  })

  it('opens only the change of the password, which then ends it', async () => {
    const { password } = await issue('screen')
    const { actor } = await signIn(password ?? '')
    expect(await codeOf(world.rollcall.users.editMe(actor, { version: 1, jobTitle: 'x' }))).toBe(
      'password-change-required',
    )
    await signIn(password ?? '')
    expect(await codeOf(world.rollcall.passwords.changeOwnPassword(actor, { password: 'short' }))).toBe(
      'password-too-weak',
    )
    await world.rollcall.passwords.changeOwnPassword(actor, { password: NEXT })
    expect(await codeOf(signIn(password ?? ''))).toBe('wrong-credentials')
    expect((await signIn(NEXT)).reach).toBe('full')
  })

  it('cannot be chosen as the new password', async () => {
    const { password } = await issue('screen')
    const { actor } = await signIn(password ?? '')
    const attempt = world.rollcall.passwords.changeOwnPassword(actor, { password: password ?? '' })
    expect(await codeOf(attempt)).toBe('password-too-weak')
  })

  it('lives for a day to the millisecond', async () => {
    const { password } = await issue('screen')
    world.clock.advance(24 * HOUR)
    expect(await codeOf(signIn(password ?? ''))).toBe('wrong-credentials')
    world.clock.advance(-1)
    expect(await codeOf(signIn(password ?? ''))).toBe('done')
  })

  it('counts towards the lock when it is wrong, like any password', async () => {
    await issue('screen')
    for (let n = 0; n < 5; n += 1) await codeOf(signIn('00000-00000-00000-00000-000000'))
    const details = await world.rollcall.users.getUser(world.rollcall.host('test'), { userId: (await person()).id })
    expect(details.status).toBe('locked')
  })

  it('is not issued for oneself, for people of a provider, nor by somebody who does not cover them', async () => {
    const attempt = async (by: string, email: string) => {
      const user = await world.storage.users.find(await world.idOf(email))
      const { version = 0, id = '' } = user ?? {}
      const input = { userId: id, channel: 'screen', version }
      return codeOf(world.rollcall.passwords.issueTemporaryPassword(await world.as(by), input))
    }
    expect(await attempt(amara.email, amara.email)).toBe('self')
    expect(await attempt(lena.email, amara.email)).toBe('not-found')
    const user = await person()
    const external = { kind: 'external', provider: 'northwind-sso', subject: 'lvogt' } as const
    await world.storage.users.update(user.id, user.version, {
      fields: { authentication: external },
      keys: userKeys(user),
    })
    expect(await attempt(amara.email, lena.email)).toBe('single-sign-on')
  })
})

describe('a reset link from an administrator', () => {
  it('leaves the old password alone until it is used [A29]', async () => {
    await sendLink()
    expect((await signIn(PASSWORD)).reach).toBe('full')
  })

  it('carries a temporary password whose use ends link and old password', async () => {
    const { credential } = await sendLink()
    const before = await signIn(PASSWORD)
    const { reach, actor } = await signIn(credential.temporaryPassword ?? '')
    expect(reach).toBe('password-change-required')
    expect(await codeOf(signIn(PASSWORD))).toBe('wrong-credentials')
    expect(await world.storage.sessions.list(before.actor.real.user.id, world.clock.now())).toHaveLength(1)
    const token = new URL(credential.link).hash.replace('#token=', '')
    const visitor = world.rollcall.anonymous(CLIENT)
    expect(await codeOf(world.rollcall.passwords.completeReset(visitor, { token, password: NEXT }))).toBe(
      'token-invalid',
    )
    await world.rollcall.passwords.changeOwnPassword(actor, { password: NEXT })
    expect((await signIn(NEXT)).reach).toBe('full')
  })

  it('used as a link ends the temporary password', async () => {
    const { credential } = await sendLink()
    const token = new URL(credential.link).hash.replace('#token=', '')
    const visitor = world.rollcall.anonymous(CLIENT)
    await world.rollcall.passwords.completeReset(visitor, { token, password: NEXT })
    expect(await codeOf(signIn(credential.temporaryPassword ?? ''))).toBe('wrong-credentials')
  })

  it('dies after a day with both its forms, the old password living on [A28]', async () => {
    const { credential } = await sendLink()
    world.clock.advance(24 * HOUR)
    expect(await codeOf(signIn(credential.temporaryPassword ?? ''))).toBe('wrong-credentials')
    expect((await signIn(PASSWORD)).reach).toBe('full')
  })

  it('lets one of many concurrent uses of both forms win', async () => {
    const { credential } = await sendLink()
    const token = new URL(credential.link).hash.replace('#token=', '')
    const visitor = world.rollcall.anonymous(CLIENT)
    const outcomes = await Promise.all([
      ...Array.from({ length: 3 }, (_, n) =>
        codeOf(world.rollcall.passwords.completeReset(visitor, { token, password: `${NEXT} ${n}` })),
      ),
      codeOf(signIn(credential.temporaryPassword ?? '')),
    ])
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
  })
})
