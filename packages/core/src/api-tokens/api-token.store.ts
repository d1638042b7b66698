import type { User } from '../users/user.rules.ts'

/** A secret with which a program acts as its owner. */
export interface ApiTokenRecord {
  readonly id: string
  readonly userId: string
  /** SHA-256 of the token; the token itself is stored nowhere. */
  readonly digest: string
  /** Its first characters, by which people tell tokens apart. */
  readonly prefix: string
  readonly createdAt: number
  readonly expiresAt: number
  /** At most a minute old; null before the first use. */
  readonly lastUsedAt: number | null
  /** Who made it; differs from the owner when an administrator did. */
  readonly createdBy: string
}

export interface ApiTokenStore {
  /**
   * Stores a token unless its owner has `atMost` that are not past `expiresAt` already; then false. Of concurrent calls
   * no more succeed than there is room for. Expired ones of the owner are forgotten in the same step.
   */
  add(token: ApiTokenRecord, atMost: number, now: number): Promise<boolean>
  /** The token of that digest with its owner, grants included, in one statement; null when there is none or it expired. */
  find(digest: string, now: number): Promise<{ readonly token: ApiTokenRecord; readonly user: User } | null>
  /** Notes a use. Last write wins; a missing token is no error. */
  touch(id: string, now: number): Promise<void>
  /** The person's tokens, newest first, expired ones included. */
  list(userId: string): Promise<readonly ApiTokenRecord[]>
  /** Revokes one token of that person; false when it is not theirs or gone. */
  revoke(id: string, userId: string): Promise<boolean>
  /** Revokes all of them; answers how many. */
  revokeAll(userId: string): Promise<number>
}
