import type { SessionStore } from '@rollcall/core'
import type { Tables } from '../tables.ts'
import { compareText } from '../text-order.ts'

/** Sessions by the digest of their token. */
export function sessionStore({ sessions, users }: Tables): SessionStore {
  const of = (userId: string) => [...sessions.values()].filter((session) => session.userId === userId)

  return {
    async add(session) {
      sessions.set(session.digest, session)
    },
    async find(digest, now) {
      const session = sessions.get(digest)
      const row = session && users.get(session.userId)
      return row && now < session.expiresAt ? { session, user: row.user } : null
    },
    async touch(id, now) {
      const session = [...sessions.values()].find((one) => one.id === id)
      if (session) sessions.set(session.digest, { ...session, lastUsedAt: now })
    },
    async confirm(id, digest, now) {
      const session = [...sessions.values()].find((one) => one.id === id)
      if (!session) return
      sessions.delete(session.digest)
      sessions.set(digest, { ...session, digest, confirmedAt: now })
    },
    async list(userId, now) {
      return of(userId)
        .filter((session) => now < session.expiresAt)
        .sort((a, b) => b.lastUsedAt - a.lastUsedAt || compareText(b.id, a.id))
    },
    async end(id, userId) {
      const session = of(userId).find((one) => one.id === id)
      if (session) sessions.delete(session.digest)
      return session !== undefined
    },
    async endAll(userId, exceptId) {
      const ended = of(userId).filter((session) => session.id !== exceptId)
      for (const { digest } of ended) sessions.delete(digest)
      return ended.length
    },
  }
}
