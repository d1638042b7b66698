import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, RefusedError, type RollcallClient } from '@rollcall/client'
import { type Logger, type Mail, type Mailer, type SecretMessage, webRandom } from '@rollcall/core'
import { createHandler } from '@rollcall/http'
import { sqliteStorage } from '@rollcall/storage-sql/sqlite'
import { createWorld, type World } from '@rollcall/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formsOf, type Place, placesOf } from './canary/scan.ts'

/** Passwords that look different in every encoding. */
const password = (word: string) => `${word} "lantern" ørbit/42 & 100% ☂`
const amara = { email: 'amara.okafor@northwind.example', firstName: 'Amara', lastName: 'Okafor' }
const lena = { email: 'lena.vogt@northwind.example', firstName: 'Lena', lastName: 'Vogt' }
const oscar = { email: 'oscar.delafuente@fabrikam.example', firstName: 'Óscar', lastName: 'de la Fuente' }

/** Everything a reader of disks, logs, mails and the wire could lay hands on. */
const places: Place[] = []
/** Each secret of the story, and the one place meant to show it; null where none is. */
const secrets = new Map<string, string | null>()
const keep = (name: string, text: string) => places.push({ name, bytes: Buffer.from(text) })

describe('after a long story over a SQLite file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-canary-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  beforeAll(() => tell(folder), 60_000)

  it('knows the secrets of every kind, and has looked everywhere', () => {
    expect(secrets.size).toBeGreaterThan(40)
    const kinds = ['answer', 'mail', 'text message', 'log', 'event', 'rollcall.db ', 'rollcall.db-wal']
    expect(kinds.filter((kind) => !places.some(({ name }) => name.startsWith(kind)))).toEqual([])
    expect(places.some(({ name, bytes }) => name.startsWith('log') && bytes.includes('sys_crash'))).toBe(true)
    expect(places.some(({ name, bytes }) => name.startsWith('log') && bytes.includes('mail_retry'))).toBe(true)
  })

  it('shows each secret in the one place meant for it, and in no other, in any encoding', () => {
    const astray = [...secrets].flatMap(([secret, meant]) => {
      const found = placesOf(secret, places)
      const elsewhere = found.filter((place) => meant === null || !place.startsWith(`${meant},`))
      if (meant !== null && found.length === elsewhere.length) return [`${secret} is not even in ${meant}`]
      return elsewhere.map((place) => `${secret} is in ${place}`)
    })
    expect(astray).toEqual([])
  })

  it.each([...formsOf(password('canary'))])('would find a password %s', (_, form) => {
    const bytes = Buffer.concat([Buffer.from('x{"note":"'), form, Buffer.from('"}')])
    expect(placesOf(password('canary'), [{ name: 'here', bytes }])).toHaveLength(1)
  })
})

/** The story: everybody does everything that has to do with a secret, and mail fails before it goes out. */
async function tell(folder: string): Promise<void> {
  const file = join(folder, 'rollcall.db')
  const storage = sqliteStorage({ file })
  await storage.migrate()
  const hostSecret = webRandom.bytes(32)
  for (const form of ['base64', 'hex', 'latin1'] as const) secrets.set(Buffer.from(hostSecret).toString(form), null)

  const tried = new Set<string>()
  const mailer: Mailer = {
    send: async ({ id }) => {
      if (tried.has(id)) return
      tried.add(id)
      throw new Error('451 greylisted, try again later')
    },
  }
  const texts: SecretMessage[] = []
  const logger: Logger = {
    log: (...line) =>
      keep(
        'log',
        JSON.stringify(line, (_, value) => (value instanceof Error ? value.stack : value)),
      ),
  }
  const world = createWorld({
    storage,
    mailer,
    logger,
    secrets: [hostSecret],
    random: webRandom,
    channels: { 'text-message': { reaches: () => true, send: async (message) => void texts.push(message) } },
    events: { emit: async (event) => void keep('event', JSON.stringify(event)) },
  })
  const browser = browsers(world, logger)

  /** What lies on the disk while mails wait, with all that the log of writes remembers; then they go out, at the second try. */
  const settle = async (when: string) => {
    for (const name of ['rollcall.db', 'rollcall.db-wal']) {
      const path = join(folder, name)
      if (existsSync(path)) places.push({ name: `${name} at ${when}`, bytes: readFileSync(path) })
    }
    await world.deliver()
    world.clock.advance(60_000)
    await world.deliver()
  }
  const credentialOf = async (email: string, when: string) => {
    await settle(when)
    const { mail } =
      world.mails.sent.findLast((sent) => sent.envelope.to.address === email && 'credential' in sent.mail) ?? {}
    if (!mail || !('credential' in mail) || !mail.credential) throw new Error(`No credential was mailed to ${email}.`)
    return secretsIn(mail.credential, `mail ${world.mails.sent.findIndex((sent) => sent.mail === mail)}`)
  }

  const owner = await world.rollcall.users.createOwner(world.rollcall.host('canary'), { email: amara.email })
  const invited = await credentialOf(amara.email, 'the owner')
  expect(owner.link).toContain(invited.token)
  const admin = browser()
  const { email: _, ...own } = amara
  await admin.registerUser({ token: invited.token, ...own, password: secret(password('walnut')) })

  for (const person of [lena, oscar]) {
    await admin.client.invitations.inviteUsers({ emails: [person.email] })
    const { token, code } = await credentialOf(person.email, 'an invitation')
    await browser().client.invitations.previewInvitation({ token })
    const { email, ...profile } = person
    const typed = { token: email === lena.email ? token : code, ...profile, password: secret(password(email)) }
    await browser().registerUser(typed)
  }
  const lenas = browser()
  await lenas.refused(lenas.client.signIn.signIn({ identifier: lena.email, password: secret(password('mistaken')) }))
  await lenas.signIn(lena.email, password(lena.email))
  await lenas.confirm(password(lena.email))
  await lenas.changePassword(password(lena.email), secret(password('changed')))

  await lenas.client.passwords.requestReset({ identifier: lena.email })
  const reset = await credentialOf(lena.email, 'a reset')
  await lenas.refused(lenas.client.passwords.completeReset({ token: reset.token, password: secret('tiny ☂') }))
  await lenas.client.passwords.completeReset({ token: reset.code, password: secret(password('reset')) })

  const { userId } = await admin.who(lena.email)
  await admin.client.passwords.sendResetLink({ userId })
  const sent = await credentialOf(lena.email, 'a reset link')
  await lenas.signIn(lena.email, sent.temporary)
  await lenas.changePassword(undefined, secret(password('promoted')))

  for (const channel of ['screen', 'mail', 'text-message']) {
    const { version } = await admin.client.users.getUser({ userId })
    const shown = await admin.client.passwords.issueTemporaryPassword({ userId, version, channel })
    if (shown.password) secrets.set(shown.password, admin.latest())
    if (channel === 'mail') await credentialOf(lena.email, 'a temporary password')
    else await settle(`a temporary password by ${channel}`)
  }
  for (const [index, message] of texts.entries()) {
    keep(`text message ${index}`, JSON.stringify(message))
    secrets.set(message.password, `text message ${index}`)
  }
  await lenas.signIn(lena.email, texts[0]?.password ?? '')
  await lenas.changePassword(undefined, secret(password('issued')))

  const mine = await lenas.client.apiTokens.createMyToken()
  secrets.set(mine.token, lenas.latest())
  await browser(mine.token).client.users.getMe()
  await lenas.client.apiTokens.revokeMyToken({ tokenId: mine.id })
  const theirs = await admin.client.apiTokens.createToken({ userId })
  secrets.set(theirs.token, admin.latest())
  await settle('tokens')

  for (const look of [
    admin.client.users.listUsers(),
    admin.client.users.getUser({ userId }),
    admin.client.apiTokens.listTokens({ userId }),
    admin.client.sessions.listSessions({ userId }),
    admin.client.lockout.listFailedSignIns({ userId }),
    admin.client.audit.listEntries({ limit: 200 }),
    admin.client.users.getDeletionImpact({ userId }),
    admin.client.system.getPolicy(),
    admin.client.system.getHealth(),
    lenas.client.users.getMe(),
    lenas.client.sessions.listMySessions(),
  ]) {
    await look
  }
  for (let n = 0; n < 5; n += 1) {
    const guess = { identifier: oscar.email, password: secret(password(`guess ${n}`)) }
    await lenas.refused(lenas.client.signIn.signIn(guess))
  }
  const oscars = await admin.who(oscar.email)
  await admin.client.lockout.unlockUser({ userId: oscars.userId })
  await admin.client.users.disableUser(await admin.who(oscar.email))
  await admin.client.users.deleteUser(await admin.who(oscar.email))
  await lenas.client.signIn.signOut()
  await settle('the end')
  await settle('the very end')

  // A broken database is the worst case for logs: everything that happens is a fault.
  await storage.close()
  rmSync(folder, { recursive: true, force: true })
  await lenas.refused(lenas.client.signIn.signIn({ identifier: lena.email, password: password('issued') }))
  await lenas.refused(browser(theirs.token).client.users.getMe())
  for (const [index, { envelope, mail }] of world.mails.sent.entries()) {
    keep(`mail ${index}`, JSON.stringify({ envelope, mail }))
  }
}

/** Notes a secret that people type and nothing may ever show. */
function secret(text: string): string {
  secrets.set(text, null)
  return text
}

/** The secrets a mail carries, noted as its own. */
function secretsIn(credential: NonNullable<Extract<Mail, { credential?: object }>['credential']>, place: string) {
  const token = 'link' in credential ? credential.link.replace(/^.*#token=/, '') : ''
  const code = 'code' in credential ? credential.code : ''
  const temporary =
    'password' in credential
      ? credential.password
      : ('temporaryPassword' in credential && credential.temporaryPassword) || ''
  for (const shown of [token, code, temporary]) if (shown !== '') secrets.set(shown, place)
  if (code.includes('-')) secrets.set(code.replaceAll('-', ''), null)
  return { token, code, temporary }
}

/** Browsers and programs whose every answer is kept, headers and all. */
function browsers(world: World, logger: Logger) {
  const handle = createHandler(world.rollcall, { clientAddress: () => '203.0.113.24', logger })
  let answers = 0
  return (token?: string) => {
    let cookie = ''
    let latest = ''
    const client: RollcallClient = createClient({
      ...(token === undefined ? {} : { token }),
      fetch: async (url, init) => {
        const headers = new Headers(init.headers)
        headers.set('sec-fetch-site', 'same-origin')
        if (cookie) headers.set('cookie', cookie)
        const response = await handle(new Request(world.rollcall.baseUrl.origin + url, { ...init, headers }))
        latest = `answer ${answers++} to ${init.method} ${url}`
        keep(latest, `${JSON.stringify([...response.headers])}\n${await response.clone().text()}`)
        for (const set of response.headers.getSetCookie()) {
          const [pair = ''] = set.split(';')
          cookie = pair.endsWith('=') ? '' : pair
          const session = pair.replace('__Host-rollcall=', '')
          if (session) secrets.set(session, latest)
        }
        return response
      },
    })
    return {
      client,
      latest: () => latest,
      registerUser: (input: Parameters<RollcallClient['invitations']['registerUser']>[0]) =>
        client.invitations.registerUser(input),
      signIn: (identifier: string, typed: string) => client.signIn.signIn({ identifier, password: typed }),
      confirm: (typed: string) => client.signIn.confirm({ password: typed }),
      changePassword: (currentPassword: string | undefined, typed: string) =>
        client.passwords.changeOwnPassword({ ...(currentPassword ? { currentPassword } : {}), password: typed }),
      who: async (email: string) => {
        const { items } = await client.users.listUsers({ q: email })
        const { id = '', version = 0 } = items[0] ?? {}
        return { userId: id, version }
      },
      refused: async (work: Promise<unknown>) => {
        await expect(work).rejects.toBeInstanceOf(RefusedError)
      },
    }
  }
}
