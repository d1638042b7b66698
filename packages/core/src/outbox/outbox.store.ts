/** A mail, a message over a host's channel, or an event, committed with the change it tells about. */
export interface OutboxRecord {
  /** Stable over retries; becomes the Message-ID. */
  readonly id: string
  readonly userId: string
  /** A mail's template; `event` for events. */
  readonly template: string
  /** JSON of envelope and data, without credentials. */
  readonly content: string
  /** AES-256-GCM of the credential the mail carries; null when it carries none or it was wiped. */
  readonly sealed: string | null
  readonly createdAt: number
  /** Before that it is not sent. */
  readonly dueAt: number
  /** After that it makes no sense any more and is buried as expired; null: never. */
  readonly expiresAt: number | null
}

export type DeliveryState = 'waiting' | 'retrying' | 'delivered' | 'failed' | 'expired'

/** A mail leased for sending; the lease token fences whoever held it before. */
export interface LeasedMail extends OutboxRecord {
  readonly leaseToken: string
  /** Including this one. */
  readonly attempts: number
}

/** What became of a mail. */
export interface Delivery {
  readonly state: DeliveryState
  readonly attempts: number
  /** When the state was reached. */
  readonly at: number
  /** The next hop's answer to the last attempt, at most 500 characters; null before the first failure. */
  readonly error: string | null
}

export type SendOutcome =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'retry'; readonly dueAt: number; readonly error: string }
  | { readonly kind: 'failed' | 'expired'; readonly error: string }

export interface OutboxStore {
  /** Queues mails. */
  add(mails: readonly OutboxRecord[]): Promise<void>
  /**
   * Leases up to `limit` due mails, oldest due first. Concurrent callers, other processes included, never lease the
   * same mail while a lease lasts; a lease that ran out (its holder died) makes the mail due again.
   */
  lease(rules: {
    readonly now: number
    readonly lease: number
    readonly limit: number
    readonly leaseToken: string
  }): Promise<readonly LeasedMail[]>
  /**
   * Writes down what became of a leased mail; wipes the sealed credential unless it will be retried. False when the
   * lease passed to somebody else meanwhile: then nothing changes.
   */
  settle(id: string, leaseToken: string, outcome: SendOutcome, now: number): Promise<boolean>
  /** What became of that mail; null when it was purged. */
  delivery(id: string): Promise<Delivery | null>
  /** How many mails of that template were queued for that person at or after `since`. */
  countSince(userId: string, template: string, since: number): Promise<number>
  /** Withdraws mails to that person that are not delivered, of that template; their credentials are wiped. */
  withdraw(userId: string, template: string): Promise<void>
  /** For health: how many wait, when the oldest fell due, how many are dead letters. */
  backlog(now: number): Promise<{ readonly due: number; readonly oldestDueAt: number | null; readonly failed: number }>
  /** Forgets settled mails older than `before`; answers how many. */
  purge(before: number): Promise<number>
}
