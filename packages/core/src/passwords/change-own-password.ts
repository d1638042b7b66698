import { makerStillMay } from '../access/maker.steps.ts'
import { composeEntry } from '../audit/audit.steps.ts'
import type { Effects, UseCase } from '../effects.ts'
import { requireUser, type UserActor } from '../kernel/actor.ts'
import { refuse } from '../kernel/refusals.ts'
import { afterRight, verifyGuarded } from '../lockout/attempt.steps.ts'
import type { Reservation } from '../lockout/lockout.store.ts'
import { settleWrong } from '../lockout/wrong-attempt.steps.ts'
import { newSession } from '../sessions/session.steps.ts'
import { PENDING } from '../tokens/token.rules.ts'
import type { User } from '../users/user.rules.ts'
import { newCredential } from './password.steps.ts'
import { passwordChangedMail } from './password-changed.steps.ts'
import type { passwordsContract } from './passwords.contract.ts'

/**
 * Changes one's own password. The current one is asked for and counts towards the lock like a sign-in, unless the
 * session was opened by a temporary one. Ends all other sessions and gives this one a new token.
 */
export const changeOwnPassword: UseCase<typeof passwordsContract.changeOwnPassword> =
  (effects) => async (caller, input) => {
    const { storage, policy, clock, nudge } = effects
    const actor = requireUser(caller)
    const { user } = actor.real
    if (user.authentication.kind === 'external') refuse('not-allowed', { reason: 'single-sign-on' })

    const change = async (reservation: Reservation | null) => {
      const credential = await newCredential(effects, policy.password, user, input.password, clock.now())
      const session = await newSession(effects, policy.session, user.id, actor.client, false)
      const notice = await passwordChangedMail(effects, user, 'changed')
      const entry = await composeEntry(effects, actor, { action: 'passwords.changeOwnPassword', target: user })
      await storage.transaction(async (tx) => {
        if (reservation && !(await tx.lockout.succeed(reservation, clock.now()))) refuse('wrong-credentials')
        await tx.credentials.save(credential, policy.password.history)
        for (const kind of PENDING) await tx.tokens.revoke(kind, user.id)
        await tx.sessions.endAll(user.id, null)
        await tx.sessions.add(session.record)
        await tx.outbox.add([notice])
        await tx.audit.append(entry)
      })
      nudge()
      return { answer: {}, session: session.opened }
    }
    if (actor.session.restricted) {
      if (!(await isTheirsToChange(effects, user))) refuse('wrong-credentials')
      return change(null)
    }
    const reservation = await confirm(effects, actor, input.currentPassword)
    return afterRight(effects, reservation, () => change(reservation))
  }

/** Whether the password that opened a restricted session may still be used by whoever knows it. */
async function isTheirsToChange({ storage, access }: Effects, user: User): Promise<boolean> {
  const temporary = await storage.tokens.findByUser('temporary-password', user.id)
  if (temporary) return makerStillMay(storage, access, temporary.senderId, 'issueTemporaryPassword', user)
  const credential = await storage.credentials.find(user.id)
  return makerStillMay(storage, access, credential?.setBy ?? null, 'setPassword', user)
}

/** Verifies the current password; a wrong one counts and is refused. */
async function confirm(effects: Effects, actor: UserActor, typed: string | undefined): Promise<Reservation> {
  const { storage } = effects
  const { user } = actor.real
  if (typed === undefined) return refuse('invalid-input', { fields: { currentPassword: 'required' } })
  const credential = await storage.credentials.find(user.id)
  const verdict = await verifyGuarded(effects, user.id, credential, typed)
  if (verdict.right) return verdict.reservation
  await settleWrong(effects, actor, user, verdict.reservation, verdict.reservation ? 'wrong-password' : 'locked')
  return refuse('wrong-credentials', { fields: { currentPassword: 'invalid' } })
}
