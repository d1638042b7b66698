/** The one trusted clock: every expiry, lock and lease is decided by it, never by the database's. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number
  /** Resolves after about that many milliseconds; no expiry, lock or lease is decided by it. */
  wait(milliseconds: number): Promise<void>
}
