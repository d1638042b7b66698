import { decide } from '../access/access.rules.ts'
import { makerStillMay } from '../access/maker.steps.ts'
import { powerOf } from '../access/power.rules.ts'
import { API_TOKEN_TOUCH, isApiToken } from '../api-tokens/api-token.rules.ts'
import { composeEntry } from '../audit/audit.steps.ts'
import type { Effects } from '../effects.ts'
import { type Client, type Principal, principalSubject, targetOf, type UserActor } from '../kernel/actor.ts'
import type { User } from '../users/user.rules.ts'
import { isSessionLive, SEEN_TOUCH, SESSION_TOUCH } from './session.rules.ts'
import type { Impersonation, SessionRecord } from './session.store.ts'

/**
 * Who is behind a session or API token; null when nobody is (any more). Grants and `enabled` are read now, so taking them
 * away needs no ending of sessions. While somebody acts as somebody else, every call leaves an entry in the audit.
 */
export const authenticate = (effects: Effects) => {
  const { storage, access, policy, cryptography, clock } = effects

  /** Rights are the owner's of this moment, whatever they were when the token was made. */
  async function asProgram(digest: string, now: number, client: Client): Promise<UserActor | null> {
    const found = await storage.apiTokens.find(digest, now)
    if (!found?.user.enabled) return null
    const { token, user } = found
    if (!(await makerStillMay(storage, access, token.createdBy, 'createToken', user))) return null
    if (now - (token.lastUsedAt ?? 0) >= API_TOKEN_TOUCH) await storage.apiTokens.touch(token.id, now)
    const principal = principalOf(user)
    const session = {
      id: token.id,
      kind: 'api-token',
      restricted: false,
      confirmedAt: null,
      impersonation: null,
    } as const
    return { kind: 'user', real: principal, effective: principal, session, client }
  }

  async function asPerson(session: SessionRecord, user: User, now: number, client: Client): Promise<UserActor> {
    const unused = now - session.lastUsedAt
    if (unused >= SESSION_TOUCH) {
      await storage.sessions.touch(session.id, now)
      if (Math.floor(now / SEEN_TOUCH) !== Math.floor(session.lastUsedAt / SEEN_TOUCH)) {
        await storage.users.noteSeen(user.id, now)
      }
    }
    const { id, restricted, confirmedAt } = session
    const principal = principalOf(user)
    const own = { id, kind: 'session', restricted, confirmedAt, impersonation: null } as const
    return { kind: 'user', real: principal, effective: principal, session: own, client }
  }

  /** Ends with the session it was begun from, and as soon as the one may no longer act as the other. */
  async function asSomebodyElse(
    session: SessionRecord,
    { impersonatorId, parentId, reason }: Impersonation,
    user: User,
    now: number,
    client: Client,
  ): Promise<UserActor | null> {
    const [impersonator, parent] = await Promise.all([
      storage.users.find(impersonatorId),
      storage.sessions.findById(parentId, now),
    ])
    if (!impersonator?.enabled || !parent || policy.impersonation === null) return null
    const real = principalOf(impersonator)
    if (decide(access, principalSubject(real), 'impersonate', targetOf(user)) !== null) return null
    if (now - session.lastUsedAt >= SESSION_TOUCH) {
      await storage.sessions.touch(session.id, now)
      await storage.sessions.touch(parentId, now)
    }
    const impersonation = { parentId, reason, endsAt: session.expiresAt }
    const shown = { id: session.id, kind: 'session', restricted: false, confirmedAt: null, impersonation } as const
    const actor: UserActor = { kind: 'user', real, effective: principalOf(user), session: shown, client }
    const changes = client.request === undefined ? {} : { request: [null, client.request] as const }
    const entry = { action: 'impersonation.request', target: user, changes, reason }
    await storage.audit.append(await composeEntry(effects, actor, entry))
    return actor
  }

  const principalOf = (user: User): Principal => ({ user, power: powerOf(access, user.grants) })

  return async (token: string, client: Client): Promise<UserActor | null> => {
    const now = clock.now()
    const digest = await cryptography.digest(token)
    if (isApiToken(token)) return asProgram(digest, now, client)
    const found = await storage.sessions.find(digest, now)
    if (!found?.user.enabled || !isSessionLive(found.session, policy.session, now)) return null
    const { session, user } = found
    if (session.impersonation) return asSomebodyElse(session, session.impersonation, user, now, client)
    return asPerson(session, user, now, client)
  }
}
