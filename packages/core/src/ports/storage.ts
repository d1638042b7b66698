import type { ApiTokenStore } from '../api-tokens/api-token.store.ts'
import type { AuditStore } from '../audit/audit.store.ts'
import type { GroupStore } from '../groups/group.store.ts'
import type { ImportStore } from '../imports/import.store.ts'
import type { LockoutStore } from '../lockout/lockout.store.ts'
import type { OutboxStore } from '../outbox/outbox.store.ts'
import type { CredentialStore } from '../passwords/credential.store.ts'
import type { ResourceStore } from '../resources/resource.store.ts'
import type { SessionStore } from '../sessions/session.store.ts'
import type { SettingsStore } from '../settings/settings.store.ts'
import type { AnswerStore } from '../system/answer.store.ts'
import type { TokenStore } from '../tokens/token.store.ts'
import type { UserStore } from '../users/user.store.ts'

/** Everything that is stored, by what it means. */
export interface Stores {
  readonly users: UserStore
  readonly credentials: CredentialStore
  readonly tokens: TokenStore
  readonly lockout: LockoutStore
  readonly sessions: SessionStore
  readonly apiTokens: ApiTokenStore
  readonly resources: ResourceStore
  readonly groups: GroupStore
  readonly outbox: OutboxStore
  readonly audit: AuditStore
  readonly answers: AnswerStore
  readonly settings: SettingsStore
  readonly imports: ImportStore
}

/**
 * Rollcall's storage. `git ls-files '*.store.ts'` lists all an adapter implements; `@rollcall/testing/conformance`
 * proves it. Methods called on the storage itself are transactions of their own. Instants are epoch milliseconds,
 * decided by the caller. Failures of the database reject with a `StorageError`.
 */
export interface Storage extends Stores {
  /**
   * Runs `work` on one transaction: all of it is kept or none. It sees what was committed before and its own writes, and
   * leaves neighbours alone: a rolled-back one takes nobody else's commit with it. `work` may run more than once
   * (deadlocks, busy databases, serialization failures are retried, nothing else is), so it makes no hashes, ids or
   * random values. Whatever `work` throws rolls back and is thrown on. Transactions do not nest.
   */
  transaction<T>(work: (tx: Stores) => Promise<T>): Promise<T>
  /**
   * A transaction that no other one of this kind overlaps: count administrators inside, then act. The guard is taken
   * before `work` reads anything.
   */
  withAdministratorsLocked<T>(work: (tx: Stores) => Promise<T>): Promise<T>
  /** Resolves when the database answers and its schema is the one this code needs; rejects with a `StorageError` otherwise. */
  check(): Promise<void>
  /**
   * Forgets what is over at `now`: expired sessions, reset links, temporary passwords, API tokens, imports and answers,
   * old failed sign-ins and unknown counters. Expired invitations stay: who sent them, and how often, is asked later.
   */
  purge(now: number): Promise<void>
  /** Lets go of connections. */
  close(): Promise<void>
}

export type StorageFault =
  /** Could not be reached, is read-only, full or broken. */
  | 'unavailable'
  /** Stayed busy or deadlocked through all retries. */
  | 'busy'
  /** The schema is older than this code: run `rollcall migrate`. */
  | 'schema-outdated'
  /** The schema is newer than this code. */
  | 'schema-newer'

/** The database failed; callers answer `unavailable`. */
export class StorageError extends Error {
  readonly fault: StorageFault

  constructor(adapter: string, fault: StorageFault, message: string, options?: { cause?: unknown }) {
    super(`Rollcall ${adapter} storage: ${message}`, options)
    this.name = 'StorageError'
    this.fault = fault
  }
}
