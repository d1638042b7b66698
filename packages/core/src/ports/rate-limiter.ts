/** The coarse limits, per client address and over all, that stand beside the exact lockout. */
export type RateLimit = 'sign-in' | 'mail'

export interface RateLimiter {
  /**
   * Takes one from the allowance of `key` (a client address). Answers null when there was one left, else the seconds
   * until there is again. Fails open only if the implementation says so.
   */
  take(limit: RateLimit, key: string): Promise<number | null>
}
