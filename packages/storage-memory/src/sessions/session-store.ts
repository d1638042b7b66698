import type { SessionRecord, SessionStore } from '@rollcall/core'
import { withInherited } from '../groups/memberships.ts'
import type { Tables } from '../tables.ts'
import { compareText } from '../text-order.ts'

/** Sessions by the digest of their token. */
export function sessionStore(tables: Tables): SessionStore {
  const { sessions, users } = tables
  const of = (userId: string) => [...sessions.values()].filter((session) => session.userId === userId)
  const byId = (id: string) => [...sessions.values()].find((session) => session.id === id)

  return {
    async add(session) {
      sessions.set(session.digest, session)
    },
    async find(digest, now) {
      const session = sessions.get(digest)
      const row = session && users.get(session.userId)
      return row && now < session.expiresAt ? { session, user: withInherited(tables, row.user) } : null
    },
    async findById(id, now) {
      const session = byId(id)
      return session && now < session.expiresAt ? session : null
    },
    async touch(id, now) {
      const session = byId(id)
      if (session) sessions.set(session.digest, { ...session, lastUsedAt: now })
    },
    async confirm(id, digest, now) {
      const session = byId(id)
      if (!session) return
      sessions.delete(session.digest)
      sessions.set(digest, { ...session, digest, confirmedAt: now })
    },
    async list(userId, now) {
      return of(userId)
        .filter((session) => isOwn(session) && now < session.expiresAt)
        .sort((a, b) => b.lastUsedAt - a.lastUsedAt || compareText(b.id, a.id))
    },
    async end(id, userId) {
      const ended = of(userId).filter((session) => session.id === id)
      endSessions(tables, ended)
      return ended.length > 0
    },
    async endAll(userId, exceptId) {
      const ended = of(userId).filter((session) => session.id !== exceptId)
      endSessions(tables, ended)
      return ended.filter(isOwn).length
    },
  }
}

/** Ends sessions and those begun from them. */
export function endSessions(tables: Pick<Tables, 'sessions'>, ended: readonly SessionRecord[]): void {
  if (ended.length === 0) return
  const ids = ended.map(({ id }) => id)
  for (const { digest } of ended) tables.sessions.delete(digest)
  const begun = [...tables.sessions.values()].filter(
    ({ impersonation }) => impersonation !== null && ids.includes(impersonation.parentId),
  )
  endSessions(tables, begun)
}

function isOwn({ impersonation }: SessionRecord): boolean {
  return impersonation === null
}
