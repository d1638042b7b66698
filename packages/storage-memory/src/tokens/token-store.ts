import type { TokenRecord, TokenStore } from '@rollcall/core'
import type { TokenKind } from '@rollcall/core/rules'
import type { Tables } from '../tables.ts'

/** Single-use secrets. The key of a row is kind and person, so that a new one takes the place of the one before. */
export function tokenStore({ tokens, users }: Tables): TokenStore {
  function live(kind: TokenKind, digest: string, now: number): TokenRecord | undefined {
    return [...tokens.values()].find(
      (token) =>
        token.kind === kind &&
        ((token.digest === digest && now < token.expiresAt) ||
          (token.codeDigest === digest && now < token.codeExpiresAt)),
    )
  }

  function noteInvitation(kind: TokenKind, userId: string, invitationExpiresAt: number | null): void {
    const row = users.get(userId)
    if (kind === 'invitation' && row) users.set(userId, { ...row, state: { ...row.state, invitationExpiresAt } })
  }

  function drop(kind: TokenKind, userId: string): void {
    tokens.delete(`${kind} ${userId}`)
    noteInvitation(kind, userId, null)
  }

  return {
    async issue(token) {
      tokens.set(`${token.kind} ${token.userId}`, token)
      noteInvitation(token.kind, token.userId, token.expiresAt)
    },
    async find(kind, digest, now) {
      return live(kind, digest, now) ?? null
    },
    async consume(kind, digest, now) {
      const token = live(kind, digest, now)
      if (!token) return null
      drop(kind, token.userId)
      return token
    },
    async findByUser(kind, userId) {
      return tokens.get(`${kind} ${userId}`) ?? null
    },
    async revoke(kind, userId) {
      drop(kind, userId)
    },
  }
}
