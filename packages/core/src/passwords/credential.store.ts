/** A person's password; only trusted code reads it and it never reaches the wire. */
export interface CredentialRecord {
  readonly userId: string
  /** Self-describing slow hash, at most 512 characters. */
  readonly hash: string
  /** How the password was prepared before hashing; one of `SCHEMES`. */
  readonly scheme: number
  readonly changedAt: number
  /** The administrator who chose it, so that it must be changed at the next sign-in; null for the person's own. */
  readonly setBy: string | null
}

export interface CredentialStore {
  /** The person's password hash, or null when there is none. */
  find(userId: string): Promise<CredentialRecord | null>
  /** Sets or replaces it, and remembers the hash it replaces among the `history` latest; 0 remembers none. */
  save(credential: CredentialRecord, history: number): Promise<void>
  /** The remembered hashes before the present one, newest first. */
  former(userId: string): Promise<readonly string[]>
  /** Takes the password away: none is right any more. What is remembered stays, with the one taken away as the newest. */
  remove(userId: string): Promise<void>
  /** Replaces the hash by a stronger one of the same password, and its scheme with it, unless it moved meanwhile. */
  renew(userId: string, oldHash: string, stronger: Pick<CredentialRecord, 'hash' | 'scheme'>): Promise<void>
}
