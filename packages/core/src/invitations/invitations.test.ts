import { createWorld, PASSWORD, type World } from '@rollcall/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { type RefusalCode, RefusedError } from '../kernel/refusals.ts'
import { inviteFirst } from '../presets/invite-first.ts'

const DAY = 24 * 3_600_000
const owner = { email: 'amara.okafor@northwind.example', firstName: 'Amara', lastName: 'Okafor' }
const lena = { email: 'lena.vogt@northwind.example', firstName: 'Lena', lastName: 'Vogt' }

let world: World
beforeEach(async () => {
  world = createWorld()
  await world.createOwner(owner)
})

const invite = async (email: string | string[], more = {}) => {
  const actor = await world.as(owner.email)
  const { results } = await world.rollcall.invitations.inviteUsers(actor, { emails: [email].flat(), ...more })
  await world.deliver()
  return results
}
const tokenOf = (email: string) => new URL(world.mails.linkTo(email)).hash.replace('#token=', '')
const register = (token: string, more = {}) =>
  world.rollcall.invitations.registerUser(world.rollcall.anonymous({ address: null, agent: null }), {
    token,
    firstName: 'Lena',
    lastName: 'Vogt',
    password: PASSWORD,
    ...more,
  })
const refused = async (work: Promise<unknown>, code: RefusalCode) => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(RefusedError)
  expect((error as RefusedError).code).toBe(code)
  return (error as RefusedError).details
}

describe('inviteUsers', () => {
  it('judges each address by itself and takes equal ones once', async () => {
    const results = await invite(['lena.vogt@northwind.example', 'LENA.VOGT@Northwind.example', 'nobody', owner.email])
    expect(results.map(({ verdict }) => verdict)).toEqual(['invited', 'invalid', 'email-in-use'])
    expect(world.mails.sent.filter(({ mail }) => mail.template === 'invitation')).toHaveLength(2)
  })

  it('invites a pending address again: same user, new link, the earlier one dead', async () => {
    const [first] = await invite(lena.email)
    const token = tokenOf(lena.email)
    const [again] = await invite('Lena.Vogt@northwind.example', { grants: [{ role: 'publisher', scope: null }] })
    expect(again).toMatchObject({ verdict: 'invited-again', userId: first?.userId })
    await refused(register(token), 'token-invalid')
    await register(tokenOf(lena.email))
    const user = await world.storage.users.find(first?.userId ?? '')
    expect(user?.grants).toEqual([{ role: 'publisher', scope: null, source: 'direct' }])
  })

  it('refuses grants above the ceiling before anybody is written', async () => {
    await invite(lena.email, { grants: [{ role: 'user-management', scope: null }] })
    await world.register(lena)
    const manager = await world.as(lena.email)
    const attempt = world.rollcall.invitations.inviteUsers(manager, {
      emails: ['new@northwind.example'],
      grants: [{ role: 'admin', scope: null }],
    })
    expect(await refused(attempt, 'not-allowed')).toEqual({ reason: 'not-covered' })
    expect(await world.storage.users.findByKey('new@northwind.example')).toBeNull()
  })

  it('refuses where nobody joins by invitation, whatever the caller may', async () => {
    world = createWorld({ policy: { ...inviteFirst, onboarding: ['creation'] } })
    await world.createOwner(owner)
    expect(await refused(invite(lena.email), 'not-allowed')).toEqual({ reason: 'disabled-by-policy' })
  })

  it('takes no links in a message', async () => {
    const details = await refused(invite(lena.email, { message: 'See https://evil.example' }), 'invalid-input')
    expect(details).toEqual({ fields: { message: 'link-not-allowed' } })
    await invite(lena.email, { message: 'Welcome aboard. The Q3 survey is waiting.\nAmara' })
    expect(world.mails.lastTo(lena.email)).toMatchObject({
      data: { message: 'Welcome aboard. The Q3 survey is waiting.\nAmara' },
    })
  })

  it('answers a repeated key without inviting twice, and refuses the key for another input', async () => {
    const actor = await world.as(owner.email)
    const call = (email: string) =>
      world.rollcall.invitations.inviteUsers(actor, { emails: [email], idempotencyKey: 'a1' })
    const first = await call(lena.email)
    expect(await call(lena.email)).toEqual(first)
    await refused(call('other@northwind.example'), 'idempotency-key-reused')
    await world.deliver()
    expect(world.mails.sent.filter(({ envelope }) => envelope.to.address === lena.email)).toHaveLength(1)
  })

  it('stands while the mail server is down, and says so until it was delivered', async () => {
    let down = true
    world = createWorld({
      mailer: {
        send: async () => {
          if (down) throw new Error('connect ECONNREFUSED')
        },
      },
    })
    await world.rollcall.users.createOwner(world.rollcall.host('test'), { email: owner.email })
    await world.deliver()
    const id = await world.idOf(owner.email)
    const delivery = async () =>
      (await world.rollcall.users.getUser(world.rollcall.host('test'), { userId: id })).invitation?.delivery
    expect(await delivery()).toMatchObject({ state: 'retrying', attempts: 1, error: 'connect ECONNREFUSED' })
    down = false
    world.clock.advance(60_000)
    await world.deliver()
    expect(await delivery()).toMatchObject({ state: 'delivered', attempts: 2 })
  })
})

describe('registerUser', () => {
  it('lets exactly one of twenty concurrent calls with one token win', async () => {
    await invite(lena.email)
    const token = tokenOf(lena.email)
    const passwords = Array.from({ length: 20 }, (_, index) => `${PASSWORD} ${index}`)
    const outcomes = await Promise.allSettled(passwords.map((password) => register(token, { password })))
    const won = outcomes.flatMap((outcome, index) => (outcome.status === 'fulfilled' ? [index] : []))
    expect(won).toHaveLength(1)
    const visitor = world.rollcall.anonymous({ address: null, agent: null })
    const password = passwords[won[0] ?? -1] ?? ''
    await world.rollcall.signIn.signIn(visitor, { identifier: lena.email, password })
    await world.deliver()
    expect(world.mails.sent.filter(({ mail }) => mail.template === 'invitations-accepted')).toHaveLength(1)
  })

  it('burns nothing when the password or a field is refused', async () => {
    await invite(lena.email)
    const token = tokenOf(lena.email)
    expect(await refused(register(token, { password: 'short' }), 'password-too-weak')).toEqual({
      fields: { password: 'too-short' },
    })
    expect(await refused(register(token, { firstName: '  ' }), 'invalid-input')).toEqual({
      fields: { firstName: 'required' },
    })
    expect(await refused(register(token, { muteNotifications: true }), 'not-allowed')).toEqual({
      reason: 'disabled-by-policy',
      fields: { muteNotifications: 'invalid' },
    })
    await register(token)
  })

  it('accepts the code printed in the mail, but only while it is fresh', async () => {
    await invite(lena.email)
    const mail = world.mails.lastTo(lena.email)
    const code = mail?.template === 'invitation' ? mail.credential.code : ''
    world.clock.advance(60 * 60_000)
    await refused(register(code), 'token-invalid')
    world.clock.advance(-1)
    await register(code.toLowerCase())
  })

  it('refuses a link at the millisecond it expires', async () => {
    await invite(lena.email)
    const token = tokenOf(lena.email)
    world.clock.advance(7 * DAY)
    await refused(register(token), 'token-invalid')
    world.clock.advance(-1)
    await register(token)
  })

  it('tells whoever sent the redeemed link, not whoever sent the first', async () => {
    await invite('tomasz.wojcik@northwind.example', { grants: [{ role: 'user-management', scope: null }] })
    const tomasz = { email: 'tomasz.wojcik@northwind.example', firstName: 'Tomasz', lastName: 'Wójcik' }
    await world.register(tomasz)
    await invite(lena.email)
    await world.invite(tomasz.email, lena.email)
    await world.register(lena)
    expect(world.mails.lastTo(tomasz.email)).toMatchObject({
      template: 'invitations-accepted',
      data: { people: [{ name: 'Lena Vogt', email: lena.email }] },
    })
    expect(world.mails.sent.filter(({ envelope }) => envelope.to.address === owner.email).at(-1)?.mail).toMatchObject({
      data: { people: [{ email: tomasz.email }] },
    })
  })

  it('joins what goes beyond twenty acceptance mails a day into one at the day’s end', async () => {
    const people = Array.from({ length: 23 }, (_, index) => ({ ...lena, email: `person${index}@northwind.example` }))
    await invite(people.map(({ email }) => email))
    for (const person of people) await world.register(person)
    const accepted = () => world.mails.sent.filter(({ mail }) => mail.template === 'invitations-accepted')
    expect(accepted()).toHaveLength(20)
    world.clock.advance(DAY)
    await world.deliver()
    expect(accepted()).toHaveLength(21)
    const digest = accepted().at(-1)?.mail
    const told = digest?.template === 'invitations-accepted' ? digest.data.people.map(({ email }) => email) : []
    expect(told.sort()).toEqual(people.slice(20).map(({ email }) => email))
  })
})

describe('a pending invitation', () => {
  it('is previewed without being used up', async () => {
    await invite(lena.email)
    const token = tokenOf(lena.email)
    const preview = () =>
      world.rollcall.invitations.previewInvitation(world.rollcall.anonymous({ address: null, agent: null }), { token })
    await preview()
    expect(await preview()).toMatchObject({ email: lena.email, inviter: { name: 'Amara Okafor' }, firstName: null })
    await register(token)
    await refused(preview(), 'token-invalid')
  })

  it('is sent again, expired or not, with the earlier link dead', async () => {
    const [invited] = await invite(lena.email)
    const userId = invited?.userId ?? ''
    const token = tokenOf(lena.email)
    world.clock.advance(8 * DAY)
    const actor = await world.as(owner.email)
    await world.rollcall.invitations.resendInvitation(actor, { userId })
    await world.deliver()
    world.clock.advance(-8 * DAY)
    await refused(register(token), 'token-invalid')
    await register(tokenOf(lena.email))
    await refused(world.rollcall.invitations.resendInvitation(actor, { userId }), 'already-registered')
  })

  it('is withdrawn: the link dies, the user goes, the address is free, an undelivered mail is not sent', async () => {
    const actor = await world.as(owner.email)
    let [invited] = (await world.rollcall.invitations.inviteUsers(actor, { emails: [lena.email] })).results
    await world.deliver()
    const token = tokenOf(lena.email)
    await world.rollcall.invitations.revokeInvitation(actor, { userId: invited?.userId ?? '' })
    await refused(register(token), 'token-invalid')
    await refused(world.rollcall.users.getUser(actor, { userId: invited?.userId ?? '' }), 'not-found')
    ;[invited] = await invite(lena.email)
    expect(invited?.verdict).toBe('invited')
    await world.register(lena)
    await refused(
      world.rollcall.invitations.revokeInvitation(actor, { userId: invited?.userId ?? '' }),
      'already-registered',
    )
  })
})
