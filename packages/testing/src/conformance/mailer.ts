import { type Envelope, type Mail, type Mailer, MailRefusedError } from '@rollcall/core'
import { describe, expect, it } from 'vitest'

/** A mailer whose next hop the suite looks at and tells what to answer. */
export interface MailerUnderTest {
  readonly mailer: Mailer
  /** What the next hop accepted so far: the recipients of the envelope and the message as it came. */
  received(): readonly { readonly to: readonly string[]; readonly source: string }[]
  /** From now on the next hop refuses recipients: for good (such as 550) or for now (such as 451). */
  refuse(how: 'for-good' | 'for-now'): void
}

/** How the suite comes by a mailer. */
export interface MailerAdapter {
  create(): Promise<MailerUnderTest>
  /** Lets go of it after the case. */
  destroy?(underTest: MailerUnderTest): Promise<void>
}

const at = Date.UTC(2026, 2, 29, 0, 30)
const ann = { name: 'Ann', email: 'ann@one.example' }
const link = 'https://one.example/'
const credential = { link: `${link}#secret`, code: 'ABCD-EFGH-JKMN', page: link }

const MAILS = {
  invitation: {
    template: 'invitation',
    data: { inviter: ann, roles: [], message: null, expiresAt: at, codeExpiresAt: at },
    credential,
  },
  'invitations-accepted': { template: 'invitations-accepted', data: { people: [ann], usersLink: link } },
  locked: { template: 'locked', data: { attempts: 5, opensAt: null, forgotLink: link } },
  unlocked: { template: 'unlocked', data: { by: null, message: null, signInLink: link } },
  reset: {
    template: 'reset',
    data: { by: null, expiresAt: at, codeExpiresAt: at },
    credential: { ...credential, temporaryPassword: null },
  },
  'temporary-password': {
    template: 'temporary-password',
    data: { by: null, expiresAt: at, signInLink: link },
    credential: { password: 'M2K7Q-9RTWX-4HDPB-81ZCE-N6VJ3F' },
  },
  'token-created': {
    template: 'token-created',
    data: { by: null, prefix: 'rct_8fK2', expiresAt: at, signInLink: link },
  },
  'resources-ownerless': {
    template: 'resources-ownerless',
    data: { resources: [{ type: 'app', name: 'Field Notes' }], person: ann, because: 'deleted', usersLink: link },
  },
  impersonated: { template: 'impersonated', data: { by: ann, reason: 'Looking into it.', at, endsAt: at } },
  reactivated: { template: 'reactivated', data: { by: null, message: null, signInLink: link } },
  welcome: {
    template: 'welcome',
    data: {
      identifier: 'ann',
      provider: null,
      text: null,
      signInLink: link,
      forgotLink: null,
      expiresAt: at,
      codeExpiresAt: at,
    },
    credential,
  },
  'email-change': { template: 'email-change', data: { expiresAt: at, codeExpiresAt: at }, credential },
  'email-changed': { template: 'email-changed', data: { from: ann.email, to: 'ann@two.example', at } },
  'password-changed': { template: 'password-changed', data: { at, how: 'reset', forgotLink: link } },
} as const satisfies { readonly [Template in Mail['template']]: Extract<Mail, { template: Template }> }

function envelope(fields: Partial<Envelope> = {}): Envelope {
  return {
    id: '0190a6c0-7b1e-7000-8000-5f0c7a1f4c11',
    to: { address: 'bob@two.example', name: 'Bob' },
    language: 'en-GB',
    timeZone: 'Europe/Berlin',
    ...fields,
  }
}

/** Declares, with Vitest's `describe` and `it`, the promises of the `Mailer` port as cases for one mailer. */
export function testMailer(name: string, adapter: MailerAdapter): void {
  const test = (title: string, run: (underTest: MailerUnderTest) => Promise<void>) => {
    it(title, async () => {
      const underTest = await adapter.create()
      try {
        await run(underTest)
      } finally {
        await adapter.destroy?.(underTest)
      }
    })
  }

  describe(`${name} mailer`, () => {
    for (const mail of Object.values(MAILS)) {
      test(`delivers "${mail.template}" once, to its recipient alone`, async ({ mailer, received }) => {
        await mailer.send(envelope(), mail)
        expect(received().map(({ to }) => to)).toEqual([['bob@two.example']])
      })
    }

    test('carries the stable id, so that a repeated delivery can be dropped', async ({ mailer, received }) => {
      await mailer.send(envelope(), MAILS.locked)
      await mailer.send(envelope(), MAILS.locked)
      expect(received()).toHaveLength(2)
      for (const { source } of received()) expect(source).toContain(envelope().id)
    })

    test('sends in whatever language and zone it is told', async ({ mailer, received }) => {
      for (const [language, timeZone] of [
        ['de-AT', 'America/Argentina/Buenos_Aires'],
        ['tlh', 'UTC'],
      ] as const) {
        await mailer.send(envelope({ language, timeZone }), MAILS.reset)
      }
      expect(received()).toHaveLength(2)
    })

    test('lets no name add a recipient or a header', async ({ mailer, received }) => {
      for (const hostile of ['Bob <eve@evil.example>', '"Bob" <eve@evil.example>, x', 'Bob\r\nBcc: eve@evil.example']) {
        await mailer.send(envelope({ to: { address: 'bob@two.example', name: hostile } }), MAILS.unlocked)
      }
      expect(received()).toHaveLength(3)
      for (const { to, source } of received()) {
        expect(to).toEqual(['bob@two.example'])
        expect(source).not.toMatch(/^bcc:/im)
      }
    })

    test('rejects with a MailRefusedError when the next hop refuses for good', async ({ mailer, received, refuse }) => {
      refuse('for-good')
      await expect(mailer.send(envelope(), MAILS.locked)).rejects.toBeInstanceOf(MailRefusedError)
      expect(received()).toEqual([])
    })

    test('rejects with another error when a retry can help', async ({ mailer, received, refuse }) => {
      refuse('for-now')
      const error: unknown = await mailer.send(envelope(), MAILS.locked).then(
        () => null,
        (reason) => reason,
      )
      expect(error).toBeInstanceOf(Error)
      expect(error).not.toBeInstanceOf(MailRefusedError)
      expect(received()).toEqual([])
    })
  })
}
