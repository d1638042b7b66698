import { PASSWORD } from '@rollcall/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { type AppStore, amara, appStore, lena } from './app-store.ts'
import { codeOf, mailedToken, reasonOf, visit } from './visit.ts'

const HOUR = 3_600_000
const NEXT = 'marble thunder kite 77'

let store: AppStore
beforeEach(async () => {
  store = await appStore()
})

const signIn = async (password: string, browser = visit(store.world)) => {
  await browser.client.signIn.signIn({ identifier: lena.email, password })
  return browser
}
const issue = async (channel: string) => {
  const input = { ...(await store.seen(lena.email)), channel }
  const answer = await store.admin.client.passwords.issueTemporaryPassword(input)
  await store.world.deliver()
  return answer
}
/** The temporary password in the mail, which carries a link as well. */
const sendLink = async () => {
  const { client } = await store.as(amara.email)
  await client.passwords.sendResetLink(await store.who(lena.email))
  await store.world.deliver()
  const mail = store.world.mails.lastTo(lena.email)
  if (mail?.template !== 'reset') throw new Error('No reset mail came.')
  return { mail, temporary: mail.credential.temporaryPassword ?? '', token: mailedToken(store.world, lena.email) }
}

it('[A22] [A43] resets a password in two ways, each a thing of its own', async () => {
  const { world, admin, who } = store
  const { actions, passwordChannels } = await admin.client.users.getUser(await who(lena.email))
  expect(actions).toMatchObject({ issueTemporaryPassword: true, sendResetLink: true })
  expect(passwordChannels).toEqual(['screen', 'mail', 'text-message'])
  await admin.client.passwords.sendResetLink(await who(lena.email))
  await world.deliver()
  expect(await codeOf(signIn(PASSWORD))).toBe('done')
  await issue('screen')
  expect(await codeOf(signIn(PASSWORD))).toBe('wrong-credentials')
})

describe('a temporary password', () => {
  it('[A23] replaces the password at once, with every session, by one that was generated and is strong', async () => {
    const before = await signIn(PASSWORD)
    const first = await issue('screen')
    const second = await issue('screen')
    for (const { password } of [first, second]) expect(password).toMatch(/^(?:[0-9A-Z]{5}-){4}[0-9A-Z]{6}$/)
    expect(second.password).not.toBe(first.password)
    expect(await codeOf(before.client.users.getMe())).toBe('not-signed-in')
    for (const dead of [PASSWORD, first.password ?? '']) expect(await codeOf(signIn(dead))).toBe('wrong-credentials')
    expect(await codeOf(signIn(second.password ?? ''))).toBe('done')
  })

  it('[A24] goes by the one channel chosen: the screen once, a mail, a text message', async () => {
    const { world, texts } = store
    const onScreen = await issue('screen')
    expect(world.mails.lastTo(lena.email)).toMatchObject({ template: 'password-changed', data: { how: 'issued' } })
    expect(JSON.stringify(world.mails.sent)).not.toContain(onScreen.password)
    expect(texts).toEqual([])

    expect((await issue('mail')).password).toBeNull()
    const mail = world.mails.lastTo(lena.email)
    expect(await codeOf(signIn(mail?.template === 'temporary-password' ? mail.credential.password : ''))).toBe('done')
    expect(texts).toEqual([])

    expect((await issue('text-message')).password).toBeNull()
    expect(texts).toMatchObject([{ to: { phone: '+49 30 1234567' } }])
    expect(JSON.stringify(world.mails.sent)).not.toContain(texts[0]?.password)
    expect(await codeOf(signIn(texts[0]?.password ?? ''))).toBe('done')
  })

  it('[A24] goes by no channel that the policy does not list, or that cannot reach the person', async () => {
    const { admin, seen } = store
    expect(await reasonOf(issue('carrier-pigeon'))).toBe('disabled-by-policy')
    const { channel, ...amaras } = { ...(await seen(amara.email)), channel: 'text-message' }
    const { passwordChannels } = await admin.client.users.getUser({ userId: amaras.userId })
    expect(passwordChannels).not.toContain(channel)
  })

  it('[A25] reaches nothing but the change of the password, whose end is a whole session', async () => {
    const { password } = await issue('screen')
    const browser = await signIn(password ?? '')
    const { client } = browser
    expect((await client.users.getMe()).restricted).toBe(true)
    const version = (await client.users.getMe()).version
    for (const call of [
      client.users.editMe({ version, jobTitle: 'Designer' }),
      client.users.listUsers(),
      client.sessions.listMySessions(),
      client.apiTokens.createMyToken(),
      client.resources.listResources(),
      client.users.deleteMe(),
    ]) {
      expect(await codeOf(call)).toBe('password-change-required')
    }
    expect(await codeOf(client.passwords.changeOwnPassword({ password: password ?? '' }))).toBe('password-too-weak')
    await client.passwords.changeOwnPassword({ password: NEXT })
    expect((await client.users.getMe()).restricted).toBe(false)
    expect(await codeOf(signIn(password ?? ''))).toBe('wrong-credentials')
    expect(await codeOf(signIn(NEXT))).toBe('done')
  })
})

describe('a reset link sent by an administrator', () => {
  it('[A26] mails a generated temporary password, which signs in and must be changed', async () => {
    const { mail, temporary } = await sendLink()
    expect(mail.data.by).toEqual({ name: 'Amara Okafor', email: amara.email })
    expect(temporary).toMatch(/^(?:[0-9A-Z]{5}-){4}[0-9A-Z]{6}$/)
    const { client } = await signIn(temporary)
    expect((await client.users.getMe()).restricted).toBe(true)
    await client.passwords.changeOwnPassword({ password: NEXT })
    expect(await codeOf(signIn(NEXT))).toBe('done')
  })

  it('[A27] mails a link to the page where the password is changed', async () => {
    const { mail, token } = await sendLink()
    expect(mail.credential.link).toBe(`https://apps.northwind.example/reset-password#token=${token}`)
    const { client } = visit(store.world)
    await client.passwords.completeReset({ token, password: NEXT })
    expect(await codeOf(signIn(NEXT))).toBe('done')
    expect(await codeOf(signIn(PASSWORD))).toBe('wrong-credentials')
    expect(await codeOf(client.passwords.completeReset({ token, password: 'copper meadow violin 9' }))).toBe(
      'token-invalid',
    )
  })

  it.each([
    [24 * HOUR - 1, 'done', 'done'],
    [24 * HOUR, 'wrong-credentials', 'token-invalid'],
  ])('[A28] after %d ms: temporary password %s, link %s', async (age, password, link) => {
    const first = await sendLink()
    store.world.clock.advance(age)
    expect(await codeOf(signIn(first.temporary))).toBe(password)
    const second = await sendLink()
    store.world.clock.advance(age)
    const { client } = visit(store.world)
    expect(await codeOf(client.passwords.completeReset({ token: second.token, password: NEXT }))).toBe(link)
  })

  it('[A29] leaves the old password alone until one of its two forms is used, which ends all three', async () => {
    const unused = await sendLink()
    const session = await signIn(PASSWORD)
    store.world.clock.advance(25 * HOUR)
    expect(await codeOf(signIn(unused.temporary))).toBe('wrong-credentials')
    expect(await codeOf(signIn(PASSWORD))).toBe('done')
    expect(await codeOf(session.client.users.getMe())).toBe('not-signed-in')

    const { temporary, token } = await sendLink()
    expect(await codeOf(signIn(PASSWORD))).toBe('done')
    expect(await codeOf(signIn(temporary))).toBe('done')
    expect(await codeOf(signIn(PASSWORD))).toBe('wrong-credentials')
    const { client } = visit(store.world)
    expect(await codeOf(client.passwords.completeReset({ token, password: NEXT }))).toBe('token-invalid')
  })
})
