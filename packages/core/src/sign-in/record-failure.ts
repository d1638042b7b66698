import type { Effects } from '../effects.ts'
import { guard } from '../lockout/attempt.steps.ts'
import { isLocked } from '../lockout/lockout.rules.ts'
import { settleWrong } from '../lockout/wrong-attempt.steps.ts'
import { findByIdentifier } from '../users/user.steps.ts'
import { attemptsOf, barredBy, type HostAttempt } from './barred.steps.ts'

/** Counts a wrong password that the host has seen, and locks at the threshold. Answers whether the account is locked now. */
export const recordFailure = (effects: Effects) => {
  const { storage, policy, clock } = effects
  return async ({ identifier, client }: HostAttempt): Promise<{ locked: boolean }> => {
    const user = await findByIdentifier(storage, policy, identifier)
    const barred = user && barredBy(effects, user)
    const key = await attemptsOf(effects, identifier, user, barred)
    const { reservation } = await guard(effects, key, async () => false)
    const cause = reservation === null ? 'locked' : (barred ?? 'wrong-password')
    await settleWrong(effects, { kind: 'anonymous', client }, user, reservation, cause)
    return { locked: isLocked(await storage.lockout.lockedAt(key), policy.lockout, clock.now()) }
  }
}
