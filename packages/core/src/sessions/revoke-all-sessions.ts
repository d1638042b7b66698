import { composeEntry } from '../audit/audit.steps.ts'
import type { UseCase } from '../effects.ts'
import { reach } from '../kernel/authorise.ts'
import type { sessionsContract } from './sessions.contract.ts'

/** Ends every session somebody has. */
export const revokeAllSessions: UseCase<typeof sessionsContract.revokeAllSessions> =
  (effects) =>
  async (caller, { userId }) => {
    const { storage } = effects
    const { actor, user } = await reach(effects, caller, 'revokeSessions', userId)
    const entry = await composeEntry(effects, actor, { action: 'sessions.revokeAllSessions', target: user })
    const ended = await storage.transaction(async (tx) => {
      const count = await tx.sessions.endAll(user.id, null)
      if (count > 0) await tx.audit.append(entry)
      return count
    })
    return { ended }
  }
