/** How long a session lives. */
export interface SessionPolicy {
  /** Minutes without a request after which it ends (OWASP ASVS 7.3.1). */
  readonly idleMinutes: number
  /** Hours after which it ends whatever happens (OWASP ASVS 7.3.2). */
  readonly absoluteHours: number
  /** Minutes for which a password just given lets sensitive acts on oneself through. */
  readonly confirmMinutes: number
}

/** Use is written down at most that often. Milliseconds. */
export const SESSION_TOUCH = 60_000

/** `lastSeenAt` of a person moves at most that often. Milliseconds. */
export const SEEN_TOUCH = 3_600_000

/** Whether a session may still be used at `now`. */
export function isSessionLive(
  session: { readonly lastUsedAt: number; readonly expiresAt: number },
  policy: SessionPolicy,
  now: number,
): boolean {
  return now < session.expiresAt && now < session.lastUsedAt + policy.idleMinutes * 60_000
}
