import type { ApiTokenRecord, ApiTokenStore } from '@rollcall/core'
import { type Connection, hot, type SlotsOf } from '../connection.ts'
import type { ApiTokensTable } from '../tables.ts'
import { lockUser, userColumns, userOf } from '../users/user-rows.ts'

/** API tokens by their digest. */
export function apiTokenStore(connection: Connection): ApiTokenStore {
  const { db } = connection
  return {
    async add(token, atMost, now) {
      await lockUser(connection, token.userId)
      const ofOwner = db.deleteFrom('api_tokens').where('user_id', '=', token.userId)
      await ofOwner.where('expires_at', '<=', now).execute()
      const { count } = await db
        .selectFrom('api_tokens')
        .select((row) => row.fn.countAll<number>().as('count'))
        .where('user_id', '=', token.userId)
        .executeTakeFirstOrThrow()
      if (count >= atMost) return false
      await db.insertInto('api_tokens').values(rowOf(token)).execute()
      return true
    },

    async find(digest, now) {
      const row = await connection.first(findToken, { digest, now })
      return row ? { token: tokenOf(row), user: userOf(row) } : null
    },

    async touch(id, now) {
      await connection.change(touchToken, { id, now })
    },

    async list(userId) {
      const tokens = db.selectFrom('api_tokens').select(TOKEN_COLUMNS).where('user_id', '=', userId)
      const newestFirst = tokens.orderBy('created_at', 'desc').orderBy('id', 'desc')
      return (await newestFirst.execute()).map(tokenOf)
    },

    async revoke(id, userId) {
      const theirs = db.deleteFrom('api_tokens').where('id', '=', id).where('user_id', '=', userId)
      return (await theirs.executeTakeFirst()).numDeletedRows > 0n
    },

    async revokeAll(userId) {
      const theirs = db.deleteFrom('api_tokens').where('user_id', '=', userId)
      return Number((await theirs.executeTakeFirst()).numDeletedRows)
    },
  }
}

/** Id and creation under names that a person's leave free. */
const TOKEN_COLUMNS = [
  'api_tokens.id as token_id',
  'api_tokens.user_id',
  'api_tokens.digest',
  'api_tokens.prefix',
  'api_tokens.created_at as token_created_at',
  'api_tokens.expires_at',
  'api_tokens.last_used_at',
  'api_tokens.created_by',
] as const

type TokenRow = Omit<ApiTokensTable, 'id' | 'created_at'> & {
  readonly token_id: string
  readonly token_created_at: number
}

const findToken = hot((db, { digest, now }: SlotsOf<{ digest: string; now: number }>, dialect) =>
  db
    .selectFrom('api_tokens')
    .innerJoin('users', 'users.id', 'api_tokens.user_id')
    .select([...userColumns(dialect), ...TOKEN_COLUMNS])
    .where('api_tokens.digest', '=', digest)
    .where('api_tokens.expires_at', '>', now),
)

const touchToken = hot((db, { id, now }: SlotsOf<{ id: string; now: number }>) =>
  db.updateTable('api_tokens').set({ last_used_at: now }).where('id', '=', id),
)

function rowOf(token: ApiTokenRecord): ApiTokensTable {
  return {
    id: token.id,
    user_id: token.userId,
    digest: token.digest,
    prefix: token.prefix,
    created_at: token.createdAt,
    expires_at: token.expiresAt,
    last_used_at: token.lastUsedAt,
    created_by: token.createdBy,
  }
}

function tokenOf(row: TokenRow): ApiTokenRecord {
  return {
    id: row.token_id,
    userId: row.user_id,
    digest: row.digest,
    prefix: row.prefix,
    createdAt: row.token_created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    createdBy: row.created_by,
  }
}
