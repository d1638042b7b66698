/**
 * Turns passwords into slow hashes and back into a yes or no.
 *
 * Passwords arrive already normalised (Unicode NFKC) and within the policy's length, or as they were typed where another
 * product made the hash; an implementation alters nothing else. It bounds its own parallelism and rejects with a
 * `HasherBusyError` when its queue is full.
 */
export interface PasswordHasher {
  /** A self-describing hash (PHC string or a recognised foreign format), at most 512 characters. */
  hash(password: string): Promise<string>
  /** Whether this password made that hash. False, never an error, for a hash of an unknown format. */
  verify(password: string, hash: string): Promise<boolean>
  /**
   * Whether a hash that another product made can be taken over: of a format that `verify` knows, whole, of at most 512
   * characters, and with costs within reason. Answers at once and never throws, whatever the text.
   */
  accepts(hash: string): boolean
  /** Whether the hash is weaker than `hash` makes them now, or of a foreign format: it is renewed at the next sign-in. */
  needsRehash(hash: string): boolean
}

/** The hasher's queue is full; callers answer `too-many-requests`. */
export class HasherBusyError extends Error {
  constructor() {
    super('Rollcall: the password hasher has more waiting work than it accepts')
    this.name = 'HasherBusyError'
  }
}
