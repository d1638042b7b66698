import { createWorld, PASSWORD, type World } from '@rollcall/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { codeOf, mailedToken, type Visit, visit } from './visit.ts'

const amara = { email: 'amara.okafor@northwind.example', firstName: 'Amara', lastName: 'Okafor' }
const oscar = { email: 'oscar.delafuente@fabrikam.example', firstName: 'Óscar', lastName: 'de la Fuente' }
const lena = { email: 'lena.vogt@northwind.example', firstName: 'Lena', lastName: 'Vogt' }
const FIELD_NOTES = 'app-field-notes'

let world: World
let admin: Visit
let visitor: Visit
beforeEach(async () => {
  world = createWorld()
  await world.createOwner(amara)
  admin = visit(world, await world.signIn(amara.email))
  visitor = visit(world)
})

const invite = async (email: string, by = admin, grants: { role: string; scope: string | null }[] = []) => {
  const { results } = await by.client.invitations.inviteUsers({ emails: [email], grants })
  await world.deliver()
  return results[0]
}
const registerLena = () =>
  visitor.client.invitations.registerUser({
    token: mailedToken(world, lena.email),
    firstName: lena.firstName,
    lastName: lena.lastName,
    password: PASSWORD,
  })

describe('joining', () => {
  it('[A4] takes an invitation: no token, no account, and only people with the right invite', async () => {
    const attempt = { token: 'x'.repeat(43), firstName: 'Eve', lastName: 'Stranger', password: PASSWORD }
    expect(await codeOf(visitor.client.invitations.registerUser(attempt))).toBe('token-invalid')
    expect(await codeOf(visitor.client.invitations.inviteUsers({ emails: [lena.email] }))).toBe('not-signed-in')
    await invite(lena.email)
    await registerLena()
    expect(await codeOf(visitor.client.invitations.inviteUsers({ emails: ['eve@contoso.example'] }))).toBe(
      'not-allowed',
    )
    expect(await world.storage.users.findByKey('eve@contoso.example')).toBeNull()
  })

  it('[A5] takes a profile and a password of one’s own; before that nothing is reachable', async () => {
    await invite(lena.email)
    expect(await codeOf(visitor.client.signIn.signIn({ identifier: lena.email, password: PASSWORD }))).toBe(
      'wrong-credentials',
    )
    await visitor.client.passwords.requestReset({ identifier: lena.email })
    await world.deliver()
    expect(world.mails.lastTo(lena.email)?.template).toBe('invitation')
    await registerLena()
    const again = visit(world)
    await again.client.signIn.signIn({ identifier: lena.email, password: PASSWORD })
    expect(await again.client.users.getMe()).toMatchObject({ name: 'Lena Vogt', email: lena.email })
    expect(await admin.client.users.listUsers({ q: 'lena' })).toMatchObject({ items: [{ status: 'confirmed' }] })
  })

  it('[A13] begins with a mail that links to the registration page of this very installation', async () => {
    await invite(lena.email)
    expect(world.mails.linkTo(lena.email)).toMatch(/^https:\/\/apps\.northwind\.example\/register#token=[\w-]{43}$/)
    const preview = await visitor.client.invitations.previewInvitation({ token: mailedToken(world, lena.email) })
    expect(preview).toMatchObject({ email: lena.email, inviter: { name: 'Amara Okafor' } })
  })

  it('[A14] ends signed in, with no step between', async () => {
    await invite(lena.email)
    expect(visitor.signedIn()).toBe(false)
    await registerLena()
    expect(visitor.signedIn()).toBe(true)
    expect(await visitor.client.users.getMe()).toMatchObject({ email: lena.email })
  })

  it('[A15] mails the sender of the invitation when the invitee registers', async () => {
    await invite(lena.email)
    await registerLena()
    await world.deliver()
    expect(world.mails.lastTo(amara.email)).toMatchObject({
      template: 'invitations-accepted',
      data: { people: [{ name: 'Lena Vogt', email: lena.email }] },
    })
  })

  it('[A15] goes on quietly when the sender has gone meanwhile', async () => {
    await invite(oscar.email, admin, [{ role: 'owner', scope: FIELD_NOTES }])
    await world.register(oscar)
    await invite(lena.email, visit(world, await world.signIn(oscar.email)), [{ role: 'developer', scope: FIELD_NOTES }])
    await world.storage.users.remove(await world.idOf(oscar.email))
    await registerLena()
    expect(visitor.signedIn()).toBe(true)
  })
})

describe('inviting', () => {
  it('[A6] is open to an app’s owner for that app, and to the users page for the whole product', async () => {
    await invite(oscar.email, admin, [{ role: 'owner', scope: FIELD_NOTES }])
    await world.register(oscar)
    const owner = visit(world, await world.signIn(oscar.email))
    expect(await invite(lena.email, owner, [{ role: 'developer', scope: FIELD_NOTES }])).toMatchObject({
      verdict: 'invited',
    })
    expect(await codeOf(invite('x@northwind.example', owner, [{ role: 'developer', scope: 'app-other' }]))).toBe(
      'not-allowed',
    )
    expect(await codeOf(invite('x@northwind.example', owner))).toBe('not-allowed')
    await registerLena()
    expect((await visitor.client.users.getMe()).grants).toEqual([
      { role: 'developer', scope: FIELD_NOTES, source: 'direct', group: null },
    ])
  })

  it('[A7] [A12] from the users page sends the invitation', async () => {
    expect(await invite(lena.email)).toMatchObject({ email: lena.email, verdict: 'invited' })
    expect(world.mails.lastTo(lena.email)).toMatchObject({
      template: 'invitation',
      data: { inviter: { name: 'Amara Okafor' } },
    })
    expect(await admin.client.users.listUsers({ status: ['not-confirmed'] })).toMatchObject({
      items: [{ email: lena.email }],
    })
  })

  it('[A9] asks for the address and nothing else', async () => {
    const policy = await admin.client.system.getPolicy()
    expect(policy.administration?.invitation.asks).toEqual([])
    expect((await admin.client.invitations.inviteUsers({ emails: [lena.email] })).results[0]?.verdict).toBe('invited')
  })

  it.each(['lena', 'lena@', '@northwind.example', 'lena vogt@northwind.example', 'lena@northwind', 'a@b..example', ''])(
    '[A10] refuses %j, which is no address',
    async (email) => {
      const { results } = await admin.client.invitations.inviteUsers({ emails: [email] })
      expect(results).toEqual([{ email, verdict: 'invalid', userId: null }])
      expect(await admin.client.users.countUsers({})).toEqual({ exactly: 1 })
    },
  )

  it.each([
    lena.email,
    'LENA.VOGT@northwind.example',
    'ｌｅｎａ.vogt@northwind.example',
    ' lena.vogt@NORTHWIND.example ',
  ])('[A11] refuses %j when somebody has that address, in whatever form it is typed', async (email) => {
    await invite(lena.email)
    await registerLena()
    await world.deliver()
    const before = world.mails.sent.length
    expect(await invite(email)).toMatchObject({ verdict: 'email-in-use' })
    expect(world.mails.sent).toHaveLength(before)
  })
})

describe('the details of a user', () => {
  it('[A16] hold who they are, how they stand, their roles and what the administrator may do', async () => {
    await invite(lena.email, admin, [{ role: 'developer', scope: FIELD_NOTES }])
    const userId = await world.idOf(lena.email)
    expect(await admin.client.users.getUser({ userId })).toMatchObject({
      email: lena.email,
      status: 'not-confirmed',
      grants: [{ role: 'developer', scope: FIELD_NOTES }],
      invitation: { sends: 1, sender: { name: 'Amara Okafor' }, delivery: { state: 'delivered' } },
      actions: { resend: true, revoke: true, viewFailedSignIns: true },
    })
  })

  it('[A32] list the last five failed sign-ins, newest first, with when, from where and why', async () => {
    await invite(lena.email)
    await registerLena()
    const stranger = visit(world)
    for (let n = 0; n < 6; n += 1) {
      await codeOf(stranger.client.signIn.signIn({ identifier: lena.email, password: `wrong ${n}` }))
      world.clock.advance(1_000)
    }
    const { items } = await admin.client.lockout.listFailedSignIns({ userId: await world.idOf(lena.email) })
    expect(items).toHaveLength(5)
    expect(items.map(({ at }) => at)).toEqual(
      items
        .map(({ at }) => at)
        .sort()
        .reverse(),
    )
    expect(items[0]).toMatchObject({ cause: 'locked', address: '203.0.113.24' })
    expect(items[1]).toMatchObject({ cause: 'wrong-password', agent: expect.stringContaining('Firefox') })
    expect(await codeOf(visitor.client.lockout.listFailedSignIns({ userId: await world.idOf(lena.email) }))).toBe(
      'not-allowed',
    )
  })
})

describe('a locked account', () => {
  const signIn = (password: string, by = visit(world)) => by.client.signIn.signIn({ identifier: lena.email, password })
  beforeEach(async () => {
    await invite(lena.email)
    await registerLena()
  })

  it('[C34] is locked by five wrong passwords, not by four', async () => {
    for (let n = 0; n < 4; n += 1) await codeOf(signIn('wrong'))
    expect(await codeOf(signIn(PASSWORD))).toBe('done')
    for (let n = 0; n < 5; n += 1) await codeOf(signIn('wrong'))
    expect(await codeOf(signIn(PASSWORD))).toBe('wrong-credentials')
    expect(await admin.client.users.listUsers({ status: ['locked'] })).toMatchObject({ items: [{ email: lena.email }] })
  })

  it('[C35] lets its owner back in by a password reset, without an administrator', async () => {
    for (let n = 0; n < 5; n += 1) await codeOf(signIn('wrong'))
    const owner = visit(world)
    await owner.client.passwords.requestReset({ identifier: lena.email })
    await world.deliver()
    const password = 'marble thunder kite 77'
    await owner.client.passwords.completeReset({ token: mailedToken(world, lena.email), password })
    expect(owner.signedIn()).toBe(false)
    expect(await codeOf(signIn(password, owner))).toBe('done')
    expect(owner.signedIn()).toBe(true)
  })
})
