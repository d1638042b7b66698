import { composeEntry } from '../audit/audit.steps.ts'
import type { UseCase } from '../effects.ts'
import { requireUser } from '../kernel/actor.ts'
import { authorise, reach } from '../kernel/authorise.ts'
import { isoOf } from '../kernel/instant.ts'
import { refuse } from '../kernel/refusals.ts'
import { once, repeatable } from '../system/answer.steps.ts'
import { requireUnchanged } from '../users/user.steps.ts'
import { prepareInvitation, sendInvitation } from './invitation.steps.ts'
import type { invitationsContract } from './invitations.contract.ts'

/** Sends an invitation again, pending or expired; the earlier link dies. The latest sender is told of the registration. */
export const resendInvitation: UseCase<typeof invitationsContract.resendInvitation> =
  (effects) => async (caller, input) => {
    const { storage, access, cryptography, clock, nudge } = effects
    const actor = requireUser(caller)
    const { user } = await reach(effects, actor, 'resend', input.userId)
    if (input.message) authorise(access, actor, 'messageOnResend', user)
    if (user.registeredAt !== null) refuse('already-registered')

    const earlier = await storage.tokens.findByUser('invitation', user.id)
    const invitation = await prepareInvitation(effects, actor, user, {
      sends: (earlier?.sends ?? 0) + 1,
      message: input.message ?? null,
      grants: user.grants,
    })
    const entry = await composeEntry(effects, actor, { action: 'invitations.resendInvitation', target: user })
    const call = await repeatable(cryptography, actor, 'invitations.resendInvitation', input, clock.now())
    const answer = await storage.transaction((tx) =>
      once(tx, call, async () => {
        await requireUnchanged(tx, user)
        await sendInvitation(tx, invitation)
        await tx.audit.append(entry)
        return { expiresAt: isoOf(invitation.token.expiresAt) }
      }),
    )
    nudge()
    return answer
  }
