import type { UseCase } from '../effects.ts'
import { reach } from '../kernel/authorise.ts'
import { isSessionLive } from './session.rules.ts'
import { presentSession } from './session.steps.ts'
import type { sessionsContract } from './sessions.contract.ts'

/** Somebody's live sessions, most recently used first. */
export const listSessions: UseCase<typeof sessionsContract.listSessions> =
  (effects) =>
  async (caller, { userId }) => {
    const { storage, policy, clock } = effects
    const { user } = await reach(effects, caller, 'viewSessions', userId)
    const now = clock.now()
    const sessions = await storage.sessions.list(user.id, now)
    return { items: sessions.filter((session) => isSessionLive(session, policy.session, now)).map(presentSession) }
  }
