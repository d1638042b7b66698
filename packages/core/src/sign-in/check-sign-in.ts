import { composeEntry } from '../audit/audit.steps.ts'
import type { Effects } from '../effects.ts'
import { refuse } from '../kernel/refusals.ts'
import { afterRight, guard } from '../lockout/attempt.steps.ts'
import { settleWrong } from '../lockout/wrong-attempt.steps.ts'
import type { User } from '../users/user.rules.ts'
import { findByIdentifier } from '../users/user.steps.ts'
import { admit } from './admission.steps.ts'
import { attemptsOf, barredBy, type HostAttempt } from './barred.steps.ts'
import { hostRegistration } from './host.rules.ts'

/**
 * Lets the host check a password under the lock: not at all while the account is locked, and never more at once than wrong
 * ones are left. Answers who it is; refuses `wrong-credentials` for everybody who may not sign in.
 */
export const checkSignIn = (effects: Effects) => {
  const { storage, policy, clock, nudge } = effects
  return async (
    { identifier, client }: HostAttempt,
    verify: (user: User | null) => Promise<boolean>,
  ): Promise<{ userId: string }> => {
    const user = await findByIdentifier(storage, policy, identifier)
    const barred = user && barredBy(effects, user)
    const verdict = await guard(effects, await attemptsOf(effects, identifier, user, barred), () => verify(user))
    const visitor = { kind: 'anonymous', client } as const
    if (!verdict.right || !user || barred) {
      const cause = verdict.reservation === null ? 'locked' : (barred ?? 'wrong-password')
      await settleWrong(effects, visitor, user, verdict.reservation, cause)
      return refuse('wrong-credentials')
    }
    const { reservation } = verdict
    return afterRight(effects, reservation, async () => {
      const entry = await composeEntry(effects, visitor, { action: 'signIn.checkSignIn', target: user, proved: user })
      const host = { kind: 'system', name: 'sign-in', client } as const
      await admit(effects, host, user, hostRegistration(user, clock.now()), async (tx) => {
        if (!(await tx.lockout.succeed(reservation, clock.now()))) refuse('wrong-credentials')
        await tx.users.noteSignIn(user.id, clock.now())
        await tx.audit.append(entry)
      })
      nudge()
      return { userId: user.id }
    })
  }
}
