import { composeEntry } from '../audit/audit.steps.ts'
import type { UseCase } from '../effects.ts'
import { requireUser } from '../kernel/actor.ts'
import { refuse } from '../kernel/refusals.ts'
import type { sessionsContract } from './sessions.contract.ts'

/** Ends one of one's own sessions, this one included. */
export const revokeMySession: UseCase<typeof sessionsContract.revokeMySession> =
  (effects) =>
  async (caller, { sessionId }) => {
    const actor = requireUser(caller)
    const { user } = actor.real
    const entry = await composeEntry(effects, actor, { action: 'sessions.revokeMySession', target: user })
    await effects.storage.transaction(async (tx) => {
      if (!(await tx.sessions.end(sessionId, user.id))) refuse('not-found')
      await tx.audit.append(entry)
    })
    return {}
  }
