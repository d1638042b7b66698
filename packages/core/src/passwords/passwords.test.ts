import { createWorld, PASSWORD, type World } from '@rollcall/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { RefusedError } from '../kernel/refusals.ts'

const MINUTE = 60_000
const amara = { email: 'amara.okafor@northwind.example', firstName: 'Amara', lastName: 'Okafor' }
const client = { address: '203.0.113.24', agent: 'Firefox' }
const NEXT = 'marble thunder kite 77'

let world: World
beforeEach(async () => {
  world = createWorld({
    strength: { judge: async (password) => (password.includes('password') ? 'too-common' : null) },
  })
  await world.createOwner(amara)
})

const visitor = () => world.rollcall.anonymous(client)
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof RefusedError ? error.code : Promise.reject(error)),
  )
const signIn = (password: string) => world.rollcall.signIn.signIn(visitor(), { identifier: amara.email, password })
const request = async (identifier: string) => {
  await world.rollcall.passwords.requestReset(visitor(), { identifier })
  await world.deliver()
}
const resetToken = () => new URL(world.mails.linkTo(amara.email)).hash.replace('#token=', '')
const complete = (token: string, password = NEXT) =>
  world.rollcall.passwords.completeReset(visitor(), { token, password })

describe('a reset', () => {
  it('answers alike for nobody, and mails nobody', async () => {
    const before = world.mails.sent.length
    await request('nobody@northwind.example')
    expect(world.mails.sent).toHaveLength(before)
  })

  it('leaves the old password alone until it is completed, then ends every session and opens none', async () => {
    const token = await world.signIn(amara.email)
    await request(amara.email)
    await signIn(PASSWORD)
    expect(await complete(resetToken())).toEqual({})
    expect(await codeOf(signIn(PASSWORD))).toBe('wrong-credentials')
    expect(await world.rollcall.sessions.authenticate(token, client)).toBeNull()
    await signIn(NEXT)
    await world.deliver()
    expect(world.mails.lastTo(amara.email)).toMatchObject({ template: 'password-changed', data: { how: 'reset' } })
  })

  it('is open to somebody who is locked out, and opens the lock [C35]', async () => {
    for (let n = 0; n < 5; n += 1) await codeOf(signIn('wrong'))
    expect(await codeOf(signIn(PASSWORD))).toBe('wrong-credentials')
    await request(amara.email)
    await complete(resetToken())
    expect(await codeOf(signIn(NEXT))).toBe('done')
  })

  it('lets exactly one of twenty concurrent calls with one token win', async () => {
    await request(amara.email)
    const token = resetToken()
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, n) => codeOf(complete(token, `${NEXT} ${n}`))))
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'token-invalid')).toHaveLength(19)
  })

  it('burns nothing when the new password is refused', async () => {
    await request(amara.email)
    expect(await codeOf(complete(resetToken(), 'short'))).toBe('password-too-weak')
    expect(await codeOf(complete(resetToken(), 'password one two'))).toBe('password-too-weak')
    expect(await codeOf(complete(resetToken()))).toBe('done')
  })

  it('takes the code for fifteen minutes and the link for a day, to the millisecond', async () => {
    await request(amara.email)
    const mail = world.mails.lastTo(amara.email)
    const code = mail?.template === 'reset' ? mail.credential.code : ''
    world.clock.advance(15 * MINUTE)
    expect(await codeOf(complete(code))).toBe('token-invalid')
    world.clock.advance(23.75 * 60 * MINUTE)
    expect(await codeOf(complete(resetToken()))).toBe('token-invalid')
    world.clock.advance(-1)
    expect(await codeOf(complete(resetToken()))).toBe('done')
  })

  it('asked for again within a minute sends nothing new; later it voids the earlier link', async () => {
    await request(amara.email)
    const token = resetToken()
    const before = world.mails.sent.length
    await request(amara.email)
    expect(world.mails.sent).toHaveLength(before)
    world.clock.advance(MINUTE)
    await request(amara.email)
    expect(await codeOf(complete(token))).toBe('token-invalid')
    expect(await codeOf(complete(resetToken()))).toBe('done')
  })

  it('and an invitation do not open each other’s doors', async () => {
    await request(amara.email)
    const attempt = world.rollcall.invitations.registerUser(visitor(), { token: resetToken(), password: NEXT })
    expect(await codeOf(attempt)).toBe('token-invalid')
  })
})

describe('changing one’s own password', () => {
  const change = async (token: string, currentPassword: string, password = NEXT) => {
    const actor = await world.rollcall.sessions.authenticate(token, client)
    if (!actor) throw new Error('no session')
    return world.rollcall.passwords.changeOwnPassword(actor, { currentPassword, password })
  }

  it('ends every session, opens a new one and tells the person', async () => {
    const [mine, other] = [await world.signIn(amara.email), await world.signIn(amara.email)]
    const { session } = await change(mine, PASSWORD)
    for (const token of [mine, other]) expect(await world.rollcall.sessions.authenticate(token, client)).toBeNull()
    const token = session && session !== 'closed' ? session.token : ''
    expect(await world.rollcall.sessions.authenticate(token, client)).not.toBeNull()
    await world.deliver()
    expect(world.mails.lastTo(amara.email)).toMatchObject({ template: 'password-changed', data: { how: 'changed' } })
  })

  it('counts a wrong current password towards the same lock as a sign-in', async () => {
    const token = await world.signIn(amara.email)
    for (let n = 0; n < 3; n += 1) expect(await codeOf(change(token, 'wrong'))).toBe('wrong-credentials')
    for (let n = 0; n < 2; n += 1) expect(await codeOf(signIn('wrong'))).toBe('wrong-credentials')
    expect(await codeOf(change(token, PASSWORD))).toBe('wrong-credentials')
    expect(await codeOf(signIn(PASSWORD))).toBe('wrong-credentials')
  })

  it('does not count a refused new password as a wrong one', async () => {
    const token = await world.signIn(amara.email)
    for (let n = 0; n < 6; n += 1) expect(await codeOf(change(token, PASSWORD, 'short'))).toBe('password-too-weak')
    expect(await codeOf(signIn(PASSWORD))).toBe('done')
  })
})
