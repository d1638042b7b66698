import type { UseCase } from '../effects.ts'
import { requireUser } from '../kernel/actor.ts'
import { isoOf } from '../kernel/instant.ts'
import { isSessionLive } from './session.rules.ts'
import type { sessionsContract } from './sessions.contract.ts'

/** One's own live sessions, most recently used first. */
export const listMySessions: UseCase<typeof sessionsContract.listMySessions> =
  ({ storage, policy, clock }) =>
  async (caller) => {
    const actor = requireUser(caller)
    const now = clock.now()
    const sessions = await storage.sessions.list(actor.real.user.id, now)
    const live = sessions.filter((session) => isSessionLive(session, policy.session, now))
    return {
      items: live.map(({ id, createdAt, lastUsedAt, expiresAt, address, agent }) => ({
        id,
        createdAt: isoOf(createdAt),
        lastUsedAt: isoOf(lastUsedAt),
        expiresAt: isoOf(expiresAt),
        address,
        agent,
        current: id === actor.session.id,
      })),
    }
  }
