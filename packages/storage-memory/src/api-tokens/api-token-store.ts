import type { ApiTokenStore } from '@rollcall/core'
import { withInherited } from '../groups/memberships.ts'
import type { Tables } from '../tables.ts'
import { compareText } from '../text-order.ts'

/** API tokens by their digest. */
export function apiTokenStore(tables: Tables): ApiTokenStore {
  const { apiTokens, users } = tables
  const of = (userId: string) => [...apiTokens.values()].filter((token) => token.userId === userId)

  return {
    async add(token, atMost, now) {
      for (const { digest, expiresAt } of of(token.userId)) if (expiresAt <= now) apiTokens.delete(digest)
      if (of(token.userId).length >= atMost) return false
      apiTokens.set(token.digest, token)
      return true
    },
    async find(digest, now) {
      const token = apiTokens.get(digest)
      const row = token && users.get(token.userId)
      return row && now < token.expiresAt ? { token, user: withInherited(tables, row.user) } : null
    },
    async touch(id, now) {
      const token = [...apiTokens.values()].find((one) => one.id === id)
      if (token) apiTokens.set(token.digest, { ...token, lastUsedAt: now })
    },
    async list(userId) {
      return of(userId).sort((a, b) => b.createdAt - a.createdAt || compareText(b.id, a.id))
    },
    async revoke(id, userId) {
      const token = of(userId).find((one) => one.id === id)
      if (token) apiTokens.delete(token.digest)
      return token !== undefined
    },
    async revokeAll(userId) {
      const revoked = of(userId)
      for (const { digest } of revoked) apiTokens.delete(digest)
      return revoked.length
    },
  }
}
