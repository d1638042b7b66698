/** How long a mail is leased to whoever sends it. Milliseconds. */
export const MAIL_LEASE = 120_000

/**
 * How long after it was leased a mail may still be handed over. Milliseconds; what then remains of the lease is longer than a
 * transport's own time-outs together, so that nobody else sends it meanwhile.
 */
export const HANDED_OVER_WITHIN = 60_000

/**
 * Milliseconds between tries to write down what became of a mail while the database is away, well within its lease: what
 * is not written down goes out again.
 */
export const SETTLE_PAUSES = [200, 1_000, 3_000, 6_000] as const

/**
 * Mails sent at once by one process, each out of a lease of its own, so that others go on beside a slow recipient. What a
 * killed process had handed over without writing it down goes out again, so many mails at most. More processes send more.
 */
export const MAILS_AT_ONCE = 2

/** Mails leased at a time. */
export const MAILS_LEASED = 20

/** Settled mails are forgotten after that time. Milliseconds. */
export const MAILS_KEPT = 30 * 24 * 3_600_000

/** Minutes before the second, third, … attempt; then the last one again. About three days in all. */
const BACK_OFF = [0.5, 2, 5, 15, 30, 60, 120, 240] as const
const ATTEMPTS = 24

/** When a mail that failed this often is tried again; null when it is given up. */
export function nextAttemptAt(attempts: number, now: number): number | null {
  if (attempts >= ATTEMPTS) return null
  const minutes = BACK_OFF[Math.min(attempts, BACK_OFF.length) - 1] ?? BACK_OFF[0]
  return now + minutes * 60_000
}
