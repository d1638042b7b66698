import type { User } from '../users/user.rules.ts'

export interface SessionRecord {
  readonly id: string
  readonly userId: string
  /** SHA-256 of the token; the token itself is stored nowhere. */
  readonly digest: string
  readonly createdAt: number
  readonly lastUsedAt: number
  readonly expiresAt: number
  /** Reaches only the change of the password and signing out. */
  readonly restricted: boolean
  /** When the password was given last. */
  readonly confirmedAt: number
  readonly address: string | null
  readonly agent: string | null
  /** Set while somebody else acts as the person; null for the person's own. */
  readonly impersonation: Impersonation | null
}

/** Who acts as the person of a session, from which session of their own, and why. */
export interface Impersonation {
  readonly impersonatorId: string
  readonly parentId: string
  readonly reason: string
}

export interface SessionStore {
  add(session: SessionRecord): Promise<void>
  /**
   * The session of that digest with its person, grants included, in one statement; null when there is none or it is
   * past `expiresAt`. Idle sessions are the caller's to judge.
   */
  find(digest: string, now: number): Promise<{ readonly session: SessionRecord; readonly user: User } | null>
  /** The session of that id, unless it is past `expiresAt`. */
  findById(id: string, now: number): Promise<SessionRecord | null>
  /** Notes a use. Last write wins; a missing session is no error. */
  touch(id: string, now: number): Promise<void>
  /** Notes that the password was given again, and gives the session a new digest. A missing session is no error. */
  confirm(id: string, digest: string, now: number): Promise<void>
  /** The person's own sessions that are not past `expiresAt`, most recently used first; nobody's who acts as them. */
  list(userId: string, now: number): Promise<readonly SessionRecord[]>
  /** Ends one session of that person, and those in which they act as others from it; false when it is not theirs or gone. */
  end(id: string, userId: string): Promise<boolean>
  /**
   * Ends all sessions of that person but one, those in which somebody acts as them included, and all in which they act as
   * others from the ended ones; answers how many of the person's own.
   */
  endAll(userId: string, exceptId: string | null): Promise<number>
}
