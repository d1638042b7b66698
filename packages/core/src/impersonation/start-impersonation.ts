import { composeEntry } from '../audit/audit.steps.ts'
import type { UseCase } from '../effects.ts'
import { requireUser } from '../kernel/actor.ts'
import { reach } from '../kernel/authorise.ts'
import { isoOf } from '../kernel/instant.ts'
import { senderOf } from '../kernel/person.ts'
import { refuse } from '../kernel/refusals.ts'
import { composeMail } from '../outbox/outbox.steps.ts'
import { newSession } from '../sessions/session.steps.ts'
import type { impersonationContract } from './impersonation.contract.ts'
import { impersonationEndsAt } from './impersonation.rules.ts'

/**
 * Opens a session in which the caller acts as somebody else, with that person's rights and none of their own; tells the
 * person. The caller's own session waits, and ends it with its own end.
 */
export const startImpersonation: UseCase<typeof impersonationContract.startImpersonation> =
  (effects) =>
  async (caller, { userId, reason }) => {
    const { storage, policy, clock, nudge } = effects
    const actor = requireUser(caller)
    const { user } = await reach(effects, actor, 'impersonate', userId)
    if (policy.impersonation === null) return refuse('not-allowed', { reason: 'disabled-by-policy' })
    if (user.registeredAt === null || !user.enabled) refuse('not-allowed', { reason: 'disabled-by-policy' })

    const now = clock.now()
    const own =
      actor.session.kind === 'host'
        ? await newSession(effects, policy.session, actor.real.user.id, actor.client, false)
        : null
    const parent = own?.record ?? (await storage.sessions.findById(actor.session.id, now)) ?? refuse('not-signed-in')
    const endsAt = impersonationEndsAt(policy.impersonation, parent.expiresAt, now)
    const impersonation = { impersonatorId: actor.real.user.id, parentId: parent.id, reason }
    const acting = { impersonation, expiresAt: endsAt }
    const session = await newSession(effects, policy.session, user.id, actor.client, false, acting)
    const data = { by: senderOf(actor), reason, at: now, endsAt }
    const notice = await composeMail(effects, user, { template: 'impersonated', data })
    const entry = await composeEntry(effects, actor, {
      action: 'impersonation.startImpersonation',
      target: user,
      changes: { endsAt: [null, isoOf(endsAt)] },
      reason,
    })
    await storage.transaction(async (tx) => {
      // Stands for the host's own session; nobody ever learns its token.
      if (own) await tx.sessions.add({ ...own.record, expiresAt: endsAt })
      await tx.sessions.add(session.record)
      await tx.outbox.add([notice])
      await tx.audit.append(entry)
    })
    nudge()
    return { answer: { endsAt: isoOf(endsAt) }, session: session.opened }
  }
