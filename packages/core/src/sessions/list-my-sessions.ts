import type { UseCase } from '../effects.ts'
import { requireUser } from '../kernel/actor.ts'
import { isSessionLive } from './session.rules.ts'
import { presentSession } from './session.steps.ts'
import type { sessionsContract } from './sessions.contract.ts'

/** One's own live sessions, most recently used first. */
export const listMySessions: UseCase<typeof sessionsContract.listMySessions> =
  ({ storage, policy, clock }) =>
  async (caller) => {
    const actor = requireUser(caller)
    const now = clock.now()
    const sessions = await storage.sessions.list(actor.real.user.id, now)
    const live = sessions.filter((session) => isSessionLive(session, policy.session, now))
    return { items: live.map((session) => ({ ...presentSession(session), current: session.id === actor.session.id })) }
  }
