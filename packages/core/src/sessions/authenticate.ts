import { powerOf } from '../access/power.rules.ts'
import { API_TOKEN_TOUCH, isApiToken } from '../api-tokens/api-token.rules.ts'
import type { Effects } from '../effects.ts'
import type { Client, UserActor } from '../kernel/actor.ts'
import type { User } from '../users/user.rules.ts'
import { isSessionLive, SEEN_TOUCH, SESSION_TOUCH } from './session.rules.ts'

/**
 * Who is behind a session or API token; null when nobody is (any more). Grants and `enabled` are read now, so taking them away
 * needs no ending of sessions.
 */
export const authenticate = ({ storage, access, policy, cryptography, clock }: Effects) => {
  /** Rights are the owner's of this moment, whatever they were when the token was made. */
  async function asProgram(digest: string, now: number, client: Client): Promise<UserActor | null> {
    const found = await storage.apiTokens.find(digest, now)
    if (!found?.user.enabled) return null
    const { token, user } = found
    if (now - (token.lastUsedAt ?? 0) >= API_TOKEN_TOUCH) await storage.apiTokens.touch(token.id, now)
    return actorOf(user, { id: token.id, kind: 'api-token', restricted: false, confirmedAt: null }, client)
  }

  function actorOf(user: User, session: UserActor['session'], client: Client): UserActor {
    const principal = { user, power: powerOf(access, user.grants) }
    return { kind: 'user', real: principal, effective: principal, session, client }
  }

  return async (token: string, client: Client): Promise<UserActor | null> => {
    const now = clock.now()
    const digest = await cryptography.digest(token)
    if (isApiToken(token)) return asProgram(digest, now, client)
    const found = await storage.sessions.find(digest, now)
    if (!found?.user.enabled || !isSessionLive(found.session, policy.session, now)) return null
    const { session, user } = found
    const unused = now - session.lastUsedAt
    if (unused >= SESSION_TOUCH) {
      await storage.sessions.touch(session.id, now)
      if (Math.floor(now / SEEN_TOUCH) !== Math.floor(session.lastUsedAt / SEEN_TOUCH)) {
        await storage.users.noteSeen(user.id, now)
      }
    }
    const { id, restricted, confirmedAt } = session
    return actorOf(user, { id, kind: 'session', restricted, confirmedAt }, client)
  }
}
