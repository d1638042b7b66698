/** A person's password; only trusted code reads it and it never reaches the wire. */
export interface CredentialRecord {
  readonly userId: string
  /** Self-describing slow hash, at most 512 characters. */
  readonly hash: string
  /** How passwords were prepared before hashing; 1 is NFKC. */
  readonly scheme: number
  readonly changedAt: number
}

export interface CredentialStore {
  /** The person's password hash, or null when there is none. */
  find(userId: string): Promise<CredentialRecord | null>
  /** Sets or replaces it. */
  save(credential: CredentialRecord): Promise<void>
  /** Takes the password away: none is right any more. */
  remove(userId: string): Promise<void>
  /** Replaces the hash by a stronger one of the same password, unless it moved meanwhile. */
  renew(userId: string, oldHash: string, newHash: string): Promise<void>
}
