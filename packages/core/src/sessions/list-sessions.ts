import type { UseCase } from '../effects.ts'
import { requireKnown } from '../kernel/actor.ts'
import { authorise, visible } from '../kernel/authorise.ts'
import { isSessionLive } from './session.rules.ts'
import { presentSession } from './session.steps.ts'
import type { sessionsContract } from './sessions.contract.ts'

/** Somebody's live sessions, most recently used first. */
export const listSessions: UseCase<typeof sessionsContract.listSessions> =
  ({ storage, access, policy, clock }) =>
  async (caller, { userId }) => {
    const actor = requireKnown(caller)
    const user = visible(access, actor, await storage.users.find(userId))
    authorise(access, actor, 'viewSessions', user)
    const now = clock.now()
    const sessions = await storage.sessions.list(user.id, now)
    return { items: sessions.filter((session) => isSessionLive(session, policy.session, now)).map(presentSession) }
  }
