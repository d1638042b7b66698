import type { Envelope, Mail } from '@rollcall/core'
import { describe, expect, test } from 'vitest'
import { brand, envelope, mails } from './example-mails.ts'
import { renderMail } from './render-mail.ts'

const render = (mail: Mail, changes: Partial<Envelope> = {}) => renderMail(mail, { ...envelope, ...changes }, brand)

/** What a reader of the HTML part sees and can follow. */
function seen(html: string): string {
  return html.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]*?(href="[^"]*")?[^>]*>/g, '$1')
}

const LINKS = {
  invitation: mails.invitation.credential.link,
  'invitations-accepted': mails['invitations-accepted'].data.usersLink,
  locked: mails.locked.data.forgotLink,
  unlocked: mails.unlocked.data.signInLink,
  reset: mails.reset.credential.link,
  'temporary-password': mails['temporary-password'].data.signInLink,
  'token-created': mails['token-created'].data.signInLink,
  'resources-ownerless': mails['resources-ownerless'].data.usersLink,
  impersonated: 'Northwind Surveys',
  reactivated: mails.reactivated.data.signInLink,
  welcome: mails.welcome.credential.link,
  'email-change': mails['email-change'].credential.link,
  'email-changed': 'Northwind Surveys',
  'password-changed': mails['password-changed'].data.forgotLink,
} satisfies Record<keyof typeof mails, string>

const SAYS = [
  ['invitation', 'en-GB', 'Tomasz Wójcik invited you to Northwind Surveys', 'The link works once, until 21 June 2026'],
  ['invitation', 'de', 'Tomasz Wójcik lädt Sie zu Northwind Surveys ein', 'Der Link gilt einmal, bis 21. Juni 2026'],
  ['invitations-accepted', 'en-GB', 'Jonas Lindqvist accepted your invitation', 'jonas.lindqvist@northwind.example'],
  ['invitations-accepted', 'de', 'Jonas Lindqvist hat Ihre Einladung angenommen', 'jonas.lindqvist@northwind.example'],
  ['locked', 'en-GB', 'Your account at Northwind Surveys is locked', '5 wrong passwords'],
  ['locked', 'de', 'Ihr Konto bei Northwind Surveys ist gesperrt', '5 falsche Passwörter'],
  ['unlocked', 'en-GB', 'Your account at Northwind Surveys is unlocked', 'Tomasz Wójcik unlocked your account'],
  ['unlocked', 'de', 'Ihr Konto bei Northwind Surveys ist entsperrt', 'Tomasz Wójcik hat Ihr Konto entsperrt'],
  ['reset', 'en-GB', 'Set a new password for Northwind Surveys', 'The code works until 21 June 2026'],
  ['reset', 'de', 'Neues Passwort für Northwind Surveys', 'Der Code gilt bis 21. Juni 2026'],
  ['temporary-password', 'en-GB', 'Your temporary password for Northwind Surveys', 'M2K7Q-9RTWX-4HDPB-81ZCE-N6VJ3F'],
  ['temporary-password', 'de', 'Ihr vorläufiges Passwort für Northwind Surveys', 'M2K7Q-9RTWX-4HDPB-81ZCE-N6VJ3F'],
  ['token-created', 'en-GB', 'A new API token for your account at Northwind Surveys', 'begins with rct_8fK2'],
  ['token-created', 'de', 'Ein neues API-Token für Ihr Konto bei Northwind Surveys', 'beginnt mit rct_8fK2'],
  ['resources-ownerless', 'en-GB', '2 apps have no owner', 'Shift Planner'],
  ['resources-ownerless', 'de', '2 Apps haben keinen Besitzer', 'wurde gelöscht. Niemandem sonst gehört:'],
  ['impersonated', 'en-GB', 'Tomasz Wójcik is acting as you at Northwind Surveys', 'stays empty for you.'],
  ['impersonated', 'de', 'Tomasz Wójcik handelt bei Northwind Surveys als Sie', 'stays empty for you.'],
  ['reactivated', 'en-GB', 'Your account at Northwind Surveys is open again', 'Tomasz Wójcik opened your account'],
  ['reactivated', 'de', 'Ihr Konto bei Northwind Surveys ist wieder offen', 'wieder geöffnet.'],
  ['welcome', 'en-GB', 'Welcome to Northwind Surveys', 'You sign in as jonasl.'],
  ['welcome', 'de', 'Willkommen bei Northwind Surveys', 'Sie melden sich als jonasl an.'],
  ['email-change', 'en-GB', 'Confirm your new address for Northwind Surveys', 'The code works until 21 June 2026'],
  ['email-change', 'de', 'Neue Adresse für Northwind Surveys bestätigen', 'Der Code gilt bis 21. Juni 2026'],
  ['email-changed', 'en-GB', 'Your address for Northwind Surveys was changed', 'On 21 June 2026'],
  ['email-changed', 'de', 'Ihre Adresse für Northwind Surveys wurde geändert', 'am 21. Juni 2026'],
  ['password-changed', 'en-GB', 'Your password for Northwind Surveys was changed', 'on 21 June 2026'],
  ['password-changed', 'de', 'Ihr Passwort für Northwind Surveys wurde geändert', 'am 21. Juni 2026'],
] as const

test.each(SAYS)(
  '%s in %s says what it is about, in both parts, with its link whole',
  async (template, language, subject, sentence) => {
    const mail = await render(mails[template], { language })
    expect(mail.subject).toBe(subject)
    expect(mail.html).toContain(`lang="${language}"`)
    for (const part of [seen(mail.html), mail.text.replaceAll('\n', ' ')]) {
      expect(part).toContain(sentence)
      expect(part).toContain(LINKS[template])
      expect(part).toContain('help@northwind.example')
    }
  },
)

test.each(['invitation', 'reset', 'email-change'] as const)(
  '%s prints the code that works where a gateway cut the link',
  async (template) => {
    const { code, page } = mails[template].credential
    const { html, text } = await render(mails[template])
    for (const part of [seen(html), text]) {
      expect(part).toContain(code)
      expect(part).toMatch(new RegExp(`open\\s${page} and enter`))
    }
  },
)

test('a link sent by an administrator says who sent it, and offers the temporary password instead of a code', async () => {
  const temporaryPassword = 'M2K7Q-9RTWX-4HDPB-81ZCE-N6VJ3F'
  const { text } = await render({
    ...mails.reset,
    data: { ...mails.reset.data, by: { name: 'Tomasz Wójcik', email: 'tomasz.wojcik@northwind.example' } },
    credential: { ...mails.reset.credential, code: temporaryPassword, temporaryPassword },
  })
  expect(text).toContain('Tomasz Wójcik sent you this mail.')
  expect(text.split(temporaryPassword)).toHaveLength(2)
  expect(text).toContain('Using either ends both')
})

test('an invitation names the roles, each with where it counts, and quotes the message line by line', async () => {
  const { text } = await render(mails.invitation)
  expect(text.replaceAll('\n', ' ')).toContain(
    'Survey Creator at Northwind Surveys and Researcher on Customer pulse 2026.',
  )
  expect(text).toContain('> Welcome aboard.\n> The Q3 survey is waiting for your questions.')
})

test('an invitation without inviter, roles or message still reads well', async () => {
  const data = { ...mails.invitation.data, inviter: null, roles: [], message: null }
  const { subject, text } = await render({ ...mails.invitation, data })
  expect(subject).toBe('You are invited to Northwind Surveys')
  expect(text).toContain('An account at Northwind Surveys is waiting for you.')
  expect(text).not.toMatch(/null|undefined|^>/m)
})

test('many acceptances come as one mail that lists everybody', async () => {
  const people = ['Ann', 'Béa', 'Ćiro'].map((name) => ({ name, email: `${name.toLowerCase()}@northwind.example` }))
  const mail: Mail = { template: 'invitations-accepted', data: { people, usersLink: LINKS['invitations-accepted'] } }
  const { subject, text } = await render(mail)
  expect(subject).toBe('3 people accepted your invitations')
  for (const { name, email } of people) expect(text).toContain(`${name}, ${email}`)
})

test("an administrator's own words replace the standard sentence of an unlock", async () => {
  const { text } = await render({
    ...mails.unlocked,
    data: { ...mails.unlocked.data, message: 'It was the old phone.' },
  })
  expect(text).toContain('Tomasz Wójcik unlocked your account and wrote:\n\n> It was the old phone.')
  expect(text).not.toContain('with your password')
})

test('[B38] the welcome carries a link to choose a password, and no password', async () => {
  const { text } = await render(mails.welcome)
  expect(text).toContain(mails.welcome.credential.link)
  expect(text).toContain('From then on you sign in at')
  expect(text).toContain('https://surveys.northwind.example/sign-in.')
  expect(text).toContain('the field handbook is on the start page')
})

test('[B52] the welcome of somebody who signs in through a provider names it and offers no password', async () => {
  const { credential: _, ...mail } = mails.welcome
  const data = { ...mail.data, provider: 'Fabrikam ID', expiresAt: null, codeExpiresAt: null }
  const { text } = await render({ ...mail, data })
  expect(text).toContain('You sign in through Fabrikam ID; there is no password')
  expect(text).not.toContain('Choose')
})

test('[B74] whoever has a password already is told where to set a new one', async () => {
  const { credential: _, ...mail } = mails.welcome
  const forgotLink = 'https://surveys.northwind.example/forgot-password'
  const { text } = await render({ ...mail, data: { ...mail.data, forgotLink, expiresAt: null, codeExpiresAt: null } })
  expect(text).toContain(`${forgotLink}.`)
})

test('[C27] own words of whoever reactivated the account replace the standard sentence', async () => {
  const data = { ...mails.reactivated.data, message: 'Welcome back.' }
  const { text } = await render({ ...mails.reactivated, data })
  expect(text).toContain('Tomasz Wójcik opened your account again and wrote:\n\n> Welcome back.')
  expect(text).not.toContain('unused')
})

test('[C22] somebody acted as is told by whom, since when, until when at the latest, and why', async () => {
  const { text } = await render(mails.impersonated)
  const read = text.replaceAll('\n', ' ')
  expect(read).toMatch(/Since 21 June 2026 at 13:02.*and until 21 June 2026 at 14:02.*Tomasz Wójcik sees what you see/)
  expect(text).toContain('> The report of Customer pulse 2026 stays empty for you.')
  expect(read).toContain('Ask Tomasz Wójcik, tomasz.wojcik@northwind.example.')
  const unnamed = await render({ ...mails.impersonated, data: { ...mails.impersonated.data, by: null } })
  expect(unnamed.subject).toBe('An administrator is acting as you at Northwind Surveys')
})

test('[C64] a change of address names both, as they are', async () => {
  const { text, html } = await render(mails['email-changed'])
  for (const part of [seen(html), text.replaceAll('\n', ' ')]) {
    expect(part).toContain('from jonas.lindqvist@northwind.example to jonas.lindqvist@fabrikam.example')
  }
})

test.each([
  ['changed', 'If it was you'],
  ['reset', 'If it was you'],
  ['issued', 'If you did not expect that'],
  ['set', 'If you did not expect that'],
] as const)('[C14] a password that was %s tells who did it apart from what to do about it', async (how, sentence) => {
  const { text } = await render({ ...mails['password-changed'], data: { ...mails['password-changed'].data, how } })
  const read = text.replaceAll('\n', ' ')
  expect(read).toContain(sentence)
  expect(read.includes('An administrator')).toBe(how === 'issued' || how === 'set')
})

test('a lock that does not open by itself says so', async () => {
  const { text } = await render({ ...mails.locked, data: { ...mails.locked.data, attempts: 1, opensAt: null } })
  expect(text).toContain('A wrong password was entered')
  expect(text).toContain('It stays locked until')
})

describe('language and zone', () => {
  test.each([
    ['de-CH-1996', 'Europe/Zurich', '21. Juni 2026 um 14:02 MESZ'],
    ['DE', 'Asia/Tokyo', '21. Juni 2026 um 21:02 GMT+9'],
    ['en-US', 'America/New_York', 'June 21, 2026 at 8:02 AM EDT'],
    ['fr', 'UTC', '21 June 2026 at 12:02 UTC'],
    ['en-GB', 'Mars/Olympus_Mons', '21 June 2026 at 12:02 UTC'],
  ])('%s in %s reads %s', async (language, timeZone, time) => {
    const { text } = await render(mails.invitation, { language, timeZone })
    expect(text.replace(/\s+/g, ' ')).toContain(time)
  })
})

describe('hostile data', () => {
  const hostile = 'Eve\0\u001b\r\nBcc: all@victim.example\u2028<script>alert(1)</script>\u202e"\ud800&amp; evil.example'
  const mail: Mail = {
    template: 'invitation',
    credential: mails.invitation.credential,
    data: {
      ...mails.invitation.data,
      inviter: { name: hostile, email: 'eve@northwind.example' },
      roles: [{ role: hostile, resource: hostile }],
      message: `${hostile}\n</blockquote><a href="https://evil.example">Click</a>`,
    },
  }

  test('a name stays one line in the subject, without line breaks, controls or half characters', async () => {
    const { subject } = await render(mail)
    expect(subject).toMatch(/^Eve Bcc: all@victim\.example <script>/)
    expect(subject).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u202e]/u)
  })

  test('names and messages are never markup: the tags are those of a harmless mail', async () => {
    const tags = (html: string) => html.match(/<\/?[a-z][^\s>]*/g)?.filter((tag) => tag !== '<br/')
    const harmless = { ...mails.invitation.data, roles: [{ role: 'Editor', resource: 'Survey' }] }
    const expected = await render({ ...mails.invitation, data: harmless })
    expect(tags((await render(mail)).html)).toEqual(tags(expected.html))
  })

  test('a name that looks like a site is not turned into a link by mail programs', async () => {
    const { html, text } = await render(mail)
    for (const part of [html.replace(/<title>.*?<\/title>/, ''), text]) expect(part).not.toContain('evil.example')
  })
})

describe('the brand', () => {
  test('gives logo and button their look, with a text on the button that can be read', async () => {
    const logoUrl = 'https://cdn.northwind.example/logo.png'
    const bright = await renderMail(mails.reset, envelope, { ...brand, logoUrl, accent: '#ffd400' })
    expect(bright.html).toContain(`src="${logoUrl}"`)
    expect(bright.html).toContain('background-color:#ffd400;color:#080d1a')
    const deep = await renderMail(mails.reset, envelope, { ...brand, accent: '#7a1fa2' })
    expect(deep.html).toContain('background-color:#7a1fa2;color:#ffffff')
  })

  test('an accent that is no colour is refused', async () => {
    const attempt = renderMail(mails.reset, envelope, { ...brand, accent: 'red}</style><script>' })
    await expect(attempt).rejects.toThrow(TypeError)
  })
})
