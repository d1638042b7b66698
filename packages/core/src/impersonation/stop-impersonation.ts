import { composeEntry } from '../audit/audit.steps.ts'
import type { UseCase } from '../effects.ts'
import { requireUser } from '../kernel/actor.ts'
import { base64url } from '../kernel/id.ts'
import { refuse } from '../kernel/refusals.ts'
import { TOKEN_BYTES } from '../tokens/token.rules.ts'
import type { impersonationContract } from './impersonation.contract.ts'

/** Ends acting as somebody else and goes back to one's own session: under a new token, or to the host's. */
export const stopImpersonation: UseCase<typeof impersonationContract.stopImpersonation> =
  (effects) => async (caller) => {
    const { storage, cryptography, random, clock } = effects
    const actor = requireUser(caller)
    const { id, impersonation } = actor.session
    if (impersonation === null) return refuse('not-allowed', { reason: 'disabled-by-policy' })
    const { id: self } = actor.real.user
    const entry = await composeEntry(effects, actor, {
      action: 'impersonation.stopImpersonation',
      target: actor.effective.user,
      reason: impersonation.reason,
    })
    if (actor.session.kind === 'host') {
      await storage.transaction(async (tx) => {
        await tx.sessions.end(impersonation.parentId, self)
        await tx.audit.append(entry)
      })
      return { answer: {}, session: 'closed' }
    }
    const now = clock.now()
    const token = base64url(random.bytes(TOKEN_BYTES))
    const digest = await cryptography.digest(token)
    const expiresAt = await storage.transaction(async (tx) => {
      const parent = (await tx.sessions.findById(impersonation.parentId, now)) ?? refuse('not-signed-in')
      await tx.sessions.end(id, actor.effective.user.id)
      await tx.sessions.confirm(parent.id, digest, parent.confirmedAt)
      await tx.audit.append(entry)
      return parent.expiresAt
    })
    return { answer: {}, session: { token, expiresAt, real: self, effective: self } }
  }
