import { composeEntry } from '../audit/audit.steps.ts'
import type { UseCase } from '../effects.ts'
import { reach } from '../kernel/authorise.ts'
import { refuse } from '../kernel/refusals.ts'
import type { sessionsContract } from './sessions.contract.ts'

/** Ends one of somebody's sessions. */
export const revokeSession: UseCase<typeof sessionsContract.revokeSession> =
  (effects) =>
  async (caller, { userId, sessionId }) => {
    const { storage } = effects
    const { actor, user } = await reach(effects, caller, 'revokeSessions', userId)
    const entry = await composeEntry(effects, actor, { action: 'sessions.revokeSession', target: user })
    await storage.transaction(async (tx) => {
      if (!(await tx.sessions.end(sessionId, user.id))) refuse('not-found')
      await tx.audit.append(entry)
    })
    return {}
  }
