/** How long acting as somebody else may last. */
export interface ImpersonationPolicy {
  /** Minutes after which it ends by itself, at the latest. */
  readonly minutes: number
}

/** Epoch milliseconds at which an impersonation ends: by its own limit, or with the session it was begun from. */
export function impersonationEndsAt(policy: ImpersonationPolicy, parentExpiresAt: number, now: number): number {
  return Math.min(now + policy.minutes * 60_000, parentExpiresAt)
}
