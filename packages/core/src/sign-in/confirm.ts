import { composeEntry } from '../audit/audit.steps.ts'
import type { UseCase } from '../effects.ts'
import { requireUser } from '../kernel/actor.ts'
import { base64url } from '../kernel/id.ts'
import { isoOf } from '../kernel/instant.ts'
import { refuse } from '../kernel/refusals.ts'
import { afterRight, verifyGuarded } from '../lockout/attempt.steps.ts'
import { settleWrong } from '../lockout/wrong-attempt.steps.ts'
import { TOKEN_BYTES } from '../tokens/token.rules.ts'
import type { signInContract } from './sign-in.contract.ts'

/**
 * Takes the password again, for sensitive acts on oneself; a wrong one counts towards the lock like a sign-in. The
 * session goes on under a new token.
 */
export const confirm: UseCase<typeof signInContract.confirm> = (effects) => async (caller, input) => {
  const { storage, policy, cryptography, random, clock } = effects
  const actor = requireUser(caller)
  const { user } = actor.real
  if (user.authentication.kind === 'external') refuse('not-allowed', { reason: 'single-sign-on' })
  const credential = await storage.credentials.find(user.id)
  const verdict = await verifyGuarded(effects, user.id, credential, input.password)
  if (!verdict.right) {
    await settleWrong(effects, actor, user, verdict.reservation, verdict.reservation ? 'wrong-password' : 'locked')
    return refuse('wrong-credentials')
  }
  const { reservation } = verdict
  return afterRight(effects, reservation, async () => {
    const now = clock.now()
    const token = base64url(random.bytes(TOKEN_BYTES))
    const digest = await cryptography.digest(token)
    const entry = await composeEntry(effects, actor, { action: 'signIn.confirm', target: user })
    const expiresAt = await storage.transaction(async (tx) => {
      if (!(await tx.lockout.succeed(reservation, now))) refuse('wrong-credentials')
      await tx.sessions.confirm(actor.session.id, digest, now)
      await tx.audit.append(entry)
      const renewed = await tx.sessions.find(digest, now)
      return renewed?.session.expiresAt ?? refuse('not-signed-in')
    })
    const confirmedUntil = isoOf(now + policy.session.confirmMinutes * 60_000)
    return { answer: { confirmedUntil }, session: { token, expiresAt, real: user.id, effective: user.id } }
  })
}
