import type { RateLimit, RateLimiter } from '@rollcall/core'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** How much of one thing is allowed in `seconds`. */
export interface Allowance {
  /** For one client address. */
  readonly points: number
  /** For all addresses together; it also bounds how many of them are remembered. */
  readonly overall: number
  readonly seconds: number
}

const ALLOWANCES: Readonly<Record<RateLimit, Allowance>> = {
  'sign-in': { points: 60, overall: 3_000, seconds: 60 },
  mail: { points: 20, overall: 1_000, seconds: 3_600 },
}

/**
 * The `RateLimiter` port in this process's memory, over fixed windows: each process counts for itself and forgets when
 * it ends. Never fails, so it neither fails open nor closed.
 */
export function memoryRateLimiter(allowances: Partial<Record<RateLimit, Allowance>> = {}): RateLimiter {
  const limits = {
    'sign-in': limiter(allowances['sign-in'] ?? ALLOWANCES['sign-in']),
    mail: limiter(allowances.mail ?? ALLOWANCES.mail),
  } satisfies Record<RateLimit, unknown>
  return { take: (limit, key) => limits[limit](key) }
}

function limiter({ points, overall, seconds }: Allowance) {
  const perKey = new RateLimiterMemory({ points, duration: seconds })
  const everybody = new RateLimiterMemory({ points: overall, duration: seconds })

  return async (key: string): Promise<number | null> => {
    // An address that is out of its own allowance must not eat up everybody's.
    const own = await perKey.get(key)
    if (own !== null && own.msBeforeNext > 0 && own.consumedPoints >= points) return secondsLeft(own)
    return (await taken(everybody, 'everybody')) ?? (await taken(perKey, key))
  }
}

async function taken(limiter: RateLimiterMemory, key: string): Promise<number | null> {
  try {
    await limiter.consume(key)
    return null
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return secondsLeft(refusal)
    throw refusal
  }
}

function secondsLeft({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000))
}
