import type { TokenRecord, TokenStore } from '@rollcall/core'
import type { TokenKind } from '@rollcall/core/rules'
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { Connection } from '../connection.ts'
import type { Tables, TokensTable } from '../tables.ts'
import { lockUser } from '../users/user-rows.ts'

/** Single-use secrets. */
export function tokenStore(connection: Connection): TokenStore {
  const { db } = connection

  async function noteInvitation(kind: TokenKind, userId: string, expiresAt: number | null): Promise<void> {
    if (kind !== 'invitation') return
    await db
      .updateTable('user_states')
      .set({ invitation_expires_at: expiresAt })
      .where('user_id', '=', userId)
      .execute()
  }

  const ofUser = (kind: TokenKind, userId: string) =>
    db.deleteFrom('tokens').where('user_id', '=', userId).where('kind', '=', kind)

  return {
    async issue(token) {
      await lockUser(connection, token.userId)
      await ofUser(token.kind, token.userId).execute()
      await db.insertInto('tokens').values(rowOf(token)).execute()
      await noteInvitation(token.kind, token.userId, token.expiresAt)
    },

    async find(kind, digest, now) {
      const row = await db
        .selectFrom('tokens')
        .selectAll()
        .where((eb) => isLive(eb, kind, digest, now))
        .executeTakeFirst()
      return row ? tokenOf(row) : null
    },

    async consume(kind, digest, now) {
      const live = db
        .selectFrom('tokens')
        .selectAll()
        .where((eb) => isLive(eb, kind, digest, now))
      const row = await live.executeTakeFirst()
      if (!row) return null
      const { numDeletedRows } = await db.deleteFrom('tokens').where('id', '=', row.id).executeTakeFirst()
      if (numDeletedRows === 0n) return null
      await noteInvitation(kind, row.user_id, null)
      return tokenOf(row)
    },

    async findByUser(kind, userId) {
      const tokens = db.selectFrom('tokens').selectAll().where('user_id', '=', userId).where('kind', '=', kind)
      const row = await tokens.executeTakeFirst()
      return row ? tokenOf(row) : null
    },

    async revoke(kind, userId) {
      await ofUser(kind, userId).execute()
      await noteInvitation(kind, userId, null)
    },
  }
}

function isLive(
  eb: ExpressionBuilder<Tables, 'tokens'>,
  kind: TokenKind,
  digest: string,
  now: number,
): Expression<SqlBool> {
  const byLink = eb.and([eb('digest', '=', digest), eb('expires_at', '>', now)])
  const byCode = eb.and([eb('code_digest', '=', digest), eb('code_expires_at', '>', now)])
  return eb.and([eb('kind', '=', kind), eb.or([byLink, byCode])])
}

function rowOf(token: TokenRecord): TokensTable {
  return {
    id: token.id,
    kind: token.kind,
    user_id: token.userId,
    digest: token.digest,
    code_digest: token.codeDigest,
    code_expires_at: token.codeExpiresAt,
    expires_at: token.expiresAt,
    created_at: token.createdAt,
    sender_id: token.senderId,
    sends: token.sends,
    mail_id: token.mailId,
    email: token.email,
  }
}

function tokenOf(row: TokensTable): TokenRecord {
  return {
    id: row.id,
    kind: row.kind,
    userId: row.user_id,
    digest: row.digest,
    codeDigest: row.code_digest,
    codeExpiresAt: row.code_expires_at,
    expiresAt: row.expires_at,
    createdAt: row.created_at,
    senderId: row.sender_id,
    sends: row.sends,
    mailId: row.mail_id,
    email: row.email,
  }
}
