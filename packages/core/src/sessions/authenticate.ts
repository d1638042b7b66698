import { powerOf } from '../access/power.rules.ts'
import type { Effects } from '../effects.ts'
import type { Client, UserActor } from '../kernel/actor.ts'
import { isSessionLive, SEEN_TOUCH, SESSION_TOUCH } from './session.rules.ts'

/**
 * Who is behind a session token; null when nobody is (any more). Grants and `enabled` are read now, so taking them away
 * needs no ending of sessions.
 */
export const authenticate =
  ({ storage, access, policy, cryptography, clock }: Effects) =>
  async (token: string, client: Client): Promise<UserActor | null> => {
    const now = clock.now()
    const found = await storage.sessions.find(await cryptography.digest(token), now)
    if (!found?.user.enabled || !isSessionLive(found.session, policy.session, now)) return null
    const { session, user } = found
    const unused = now - session.lastUsedAt
    if (unused >= SESSION_TOUCH) {
      await storage.sessions.touch(session.id, now)
      if (Math.floor(now / SEEN_TOUCH) !== Math.floor(session.lastUsedAt / SEEN_TOUCH)) {
        await storage.users.noteSeen(user.id, now)
      }
    }
    const principal = { user, power: powerOf(access, user.grants) }
    const { id, restricted } = session
    return { kind: 'user', real: principal, effective: principal, session: { id, restricted }, client }
  }
