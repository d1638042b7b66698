import { composeEntry } from '../audit/audit.steps.ts'
import type { UseCase } from '../effects.ts'
import { refuse } from '../kernel/refusals.ts'
import { PENDING } from '../tokens/token.rules.ts'
import { tokenDigest } from '../tokens/token.steps.ts'
import { newCredential } from './password.steps.ts'
import { passwordChangedMail } from './password-changed.steps.ts'
import type { passwordsContract } from './passwords.contract.ts'

/**
 * Sets a new password with a mailed link or code. Opens a lock, ends every session, opens none. Of concurrent calls with
 * one token exactly one counts; a refused password burns nothing.
 */
export const completeReset: UseCase<typeof passwordsContract.completeReset> = (effects) => async (actor, input) => {
  const { storage, policy, clock, nudge } = effects
  const now = clock.now()
  const digest = await tokenDigest(effects, input.token)
  const token = (await storage.tokens.find('reset', digest, now)) ?? refuse('token-invalid')
  const user = (await storage.users.find(token.userId)) ?? refuse('token-invalid')
  if (!user.enabled || user.registeredAt === null) refuse('token-invalid')

  const credential = await newCredential(effects, policy.password, user, input.password, now)
  const notice = await passwordChangedMail(effects, user, 'reset')
  const entry = await composeEntry(effects, actor, { action: 'passwords.completeReset', target: user, proved: user })
  await storage.transaction(async (tx) => {
    if (!(await tx.tokens.consume('reset', digest, clock.now()))) refuse('token-invalid')
    await tx.credentials.save(credential, policy.password.history)
    for (const kind of PENDING) await tx.tokens.revoke(kind, user.id)
    await tx.lockout.clear(user.id)
    await tx.users.noteActive(user.id, now)
    await tx.sessions.endAll(user.id, null)
    await tx.outbox.add([notice])
    await tx.audit.append(entry)
  })
  nudge()
  return {}
}
