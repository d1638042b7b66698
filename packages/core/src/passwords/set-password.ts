import { composeEntry } from '../audit/audit.steps.ts'
import type { UseCase } from '../effects.ts'
import { reach } from '../kernel/authorise.ts'
import { refuse } from '../kernel/refusals.ts'
import { PENDING } from '../tokens/token.rules.ts'
import { requireVersion } from '../users/user.steps.ts'
import { newCredential } from './password.steps.ts'
import { passwordChangedMail } from './password-changed.steps.ts'
import type { passwordsContract } from './passwords.contract.ts'

/**
 * Chooses somebody's password. It opens a lock, ends every session and pending link, and reaches only the change of the
 * password, because two people know it; chosen by the host itself it is simply theirs.
 */
export const setPassword: UseCase<typeof passwordsContract.setPassword> =
  (effects) =>
  async (caller, { userId, password, version }) => {
    const { storage, policy, clock, nudge } = effects
    const { actor, user } = await reach(effects, caller, 'setPassword', userId)
    if (!policy.password.setByAdministrators && actor.kind === 'user') {
      refuse('not-allowed', { reason: 'disabled-by-policy' })
    }
    if (user.registeredAt === null || !user.enabled) refuse('not-allowed', { reason: 'disabled-by-policy' })

    const setBy = actor.kind === 'user' ? actor.real.user.id : null
    const credential = await newCredential(effects, policy.password, user, password, clock.now(), setBy)
    const notice = await passwordChangedMail(effects, user, 'set')
    const entry = await composeEntry(effects, actor, { action: 'passwords.setPassword', target: user })
    await storage.transaction(async (tx) => {
      await requireVersion(tx, effects, actor, user, version)
      await tx.credentials.save(credential, policy.password.history)
      for (const kind of PENDING) await tx.tokens.revoke(kind, user.id)
      await tx.lockout.clear(user.id)
      await tx.sessions.endAll(user.id, null)
      await tx.outbox.add([notice])
      await tx.audit.append(entry)
    })
    nudge()
    return {}
  }
