import type { TokenCreatedMail } from '../api-tokens/api-tokens.mail.ts'
import type { ImpersonatedMail } from '../impersonation/impersonation.mail.ts'
import type { InvitationMail, InvitationsAcceptedMail } from '../invitations/invitations.mail.ts'
import type { LockedMail, UnlockedMail } from '../lockout/lockout.mail.ts'
import type { PasswordChangedMail, ResetMail, TemporaryPasswordMail } from '../passwords/passwords.mail.ts'
import type { OwnerlessMail } from '../resources/resources.mail.ts'
import type { EmailChangedMail, EmailChangeMail, ReactivatedMail, WelcomeMail } from '../users/users.mail.ts'

/** Every mail Rollcall can send, as typed data; what it looks like is the mailer's business. */
export type Mail =
  | InvitationMail
  | InvitationsAcceptedMail
  | LockedMail
  | UnlockedMail
  | PasswordChangedMail
  | ResetMail
  | TemporaryPasswordMail
  | TokenCreatedMail
  | OwnerlessMail
  | ReactivatedMail
  | ImpersonatedMail
  | EmailChangeMail
  | EmailChangedMail
  | WelcomeMail

export type MailTemplate = Mail['template']

export interface Envelope {
  /** Stable over retries: goes into the Message-ID, so that a receiver can drop a repeated delivery. */
  readonly id: string
  readonly to: { readonly address: string; readonly name: string | null }
  /** BCP 47; the mailer falls back by truncation, then to English. */
  readonly language: string
  /** IANA zone for the times a mail mentions. */
  readonly timeZone: string
}

/**
 * Delivers one mail at a time.
 *
 * `send` resolves when the next hop accepted the mail. It rejects with a `MailRefusedError` when a retry cannot help
 * (the recipient does not exist), with anything else when it can (no connection, greylisting).
 */
export interface Mailer {
  send(envelope: Envelope, mail: Mail): Promise<void>
}

/** The next hop refused this mail for good; it becomes a dead letter at once. */
export class MailRefusedError extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'MailRefusedError'
  }
}
