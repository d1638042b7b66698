import type { TokenKind } from './token.rules.ts'

/** A single-use secret mailed to somebody; only digests of it are stored. */
export interface TokenRecord {
  readonly id: string
  readonly kind: TokenKind
  readonly userId: string
  /** SHA-256 of the link's token. */
  readonly digest: string
  /** SHA-256 of the code or temporary password that stands for the token; the same as `digest` where nothing else does. */
  readonly codeDigest: string
  readonly codeExpiresAt: number
  readonly expiresAt: number
  readonly createdAt: number
  /** Who sent it; null when the person asked for it. */
  readonly senderId: string | null
  /** How often a token of this kind was sent to this person since the first. */
  readonly sends: number
  /** The outbox row that carries it. */
  readonly mailId: string
  /** The address to be confirmed, as typed; null for every other kind. */
  readonly email: string | null
}

export interface TokenStore {
  /**
   * Stores a token and, in the same step, voids every earlier one of its kind for that person: one is live at a time.
   * Invitations also move the person's `invitationExpiresAt`.
   */
  issue(token: TokenRecord): Promise<void>
  /** The live token with that digest (of link or code, each within its own expiry), or null. Changes nothing. */
  find(kind: TokenKind, digest: string, now: number): Promise<TokenRecord | null>
  /**
   * Takes the token out of the world. Of any number of concurrent calls exactly one gets it, the others null; so do
   * unknown, expired and voided ones. Undone when the surrounding transaction is.
   */
  consume(kind: TokenKind, digest: string, now: number): Promise<TokenRecord | null>
  /** The latest token of that kind for that person, expired or not; null once consumed or voided. */
  findByUser(kind: TokenKind, userId: string): Promise<TokenRecord | null>
  /** Voids the person's tokens of that kind. */
  revoke(kind: TokenKind, userId: string): Promise<void>
}
