import type { User } from '../users/user.rules.ts'

/** A temporary password on its way to somebody, over something that is not mail. */
export interface SecretMessage {
  /** Stable over retries. */
  readonly id: string
  readonly to: { readonly name: string; readonly email: string; readonly phone: string | null }
  /** BCP 47. */
  readonly language: string
  readonly password: string
  /** Epoch milliseconds. */
  readonly expiresAt: number
}

/** A host's own way to hand over a secret: text messages, a ticket system, a pager. */
export interface SecretChannel {
  /** Whether it can reach this person at all, for instance because a phone number is known. */
  reaches(user: User): boolean
  /** Resolves when it was handed over. Rejects with a `MailRefusedError` when a retry cannot help, else with anything. */
  send(message: SecretMessage): Promise<void>
}
