import { composeEntry } from '../audit/audit.steps.ts'
import type { UseCase } from '../effects.ts'
import { reach } from '../kernel/authorise.ts'
import { refuse } from '../kernel/refusals.ts'
import { requireUnchanged } from '../users/user.steps.ts'
import type { invitationsContract } from './invitations.contract.ts'

/** Withdraws an invitation: the link dies, the person who never registered goes and their address is free again. */
export const revokeInvitation: UseCase<typeof invitationsContract.revokeInvitation> =
  (effects) =>
  async (caller, { userId }) => {
    const { storage } = effects
    const { actor, user } = await reach(effects, caller, 'revoke', userId)
    if (user.registeredAt !== null) refuse('already-registered')
    const entry = await composeEntry(effects, actor, {
      action: 'invitations.revokeInvitation',
      target: user,
      changes: { email: [user.email, null], grants: [user.grants, []] },
    })
    await storage.transaction(async (tx) => {
      await requireUnchanged(tx, user)
      await tx.users.remove(user.id)
      await tx.audit.append(entry)
    })
    return {}
  }
