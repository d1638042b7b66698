import type { SessionRecord, SessionStore } from '@rollcall/core'
import { type Connection, hot, insertRow, type SlotsOf } from '../connection.ts'
import { flag, type SessionsTable } from '../tables.ts'
import { userColumns, userOf } from '../users/user-rows.ts'

/** Sessions by the digest of their token. Those begun from one go with it. */
export function sessionStore(connection: Connection): SessionStore {
  const { db } = connection
  const live = (now: number) =>
    db
      .selectFrom('sessions')
      .select(['user_id', 'digest', ...SESSION_COLUMNS])
      .where('expires_at', '>', now)

  return {
    async add(session) {
      await insertRow(connection, 'sessions', rowOf(session))
    },

    async find(digest, now) {
      const row = await connection.first(findSession, { digest, now })
      return row ? { session: sessionOf(row, row.id, digest), user: userOf(row) } : null
    },

    async findById(id, now) {
      const row = await live(now).where('id', '=', id).executeTakeFirst()
      return row ? sessionOf(row, row.user_id, row.digest) : null
    },

    async touch(id, now) {
      await connection.change(touchSession, { id, now })
    },

    async confirm(id, digest, now) {
      await db.updateTable('sessions').set({ digest, confirmed_at: now }).where('id', '=', id).execute()
    },

    async list(userId, now) {
      const own = live(now).where('user_id', '=', userId).where('impersonator_id', 'is', null)
      return (await own.orderBy('last_used_at', 'desc').orderBy('id', 'desc').execute()).map((row) =>
        sessionOf(row, row.user_id, row.digest),
      )
    },

    async end(id, userId) {
      const theirs = db.deleteFrom('sessions').where('id', '=', id).where('user_id', '=', userId)
      return (await theirs.executeTakeFirst()).numDeletedRows > 0n
    },

    async endAll(userId, exceptId) {
      const theirs = db.deleteFrom('sessions').where('user_id', '=', userId)
      const ending = exceptId === null ? theirs : theirs.where('id', '!=', exceptId)
      await ending.where('impersonator_id', 'is not', null).execute()
      return Number((await ending.where('impersonator_id', 'is', null).executeTakeFirst()).numDeletedRows)
    },
  }
}

/** All but what a check brings along; id and creation under names that a person's leave free. */
const SESSION_COLUMNS = [
  'sessions.id as session_id',
  'sessions.created_at as session_created_at',
  'sessions.last_used_at',
  'sessions.expires_at',
  'sessions.restricted',
  'sessions.confirmed_at',
  'sessions.address',
  'sessions.agent',
  'sessions.impersonator_id',
  'sessions.parent_id',
  'sessions.reason',
] as const

type SessionRow = Omit<SessionsTable, 'id' | 'user_id' | 'digest' | 'created_at'> & {
  readonly session_id: string
  readonly session_created_at: number
}

const findSession = hot((db, { digest, now }: SlotsOf<{ digest: string; now: number }>, dialect) =>
  db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.user_id')
    .select([...userColumns(dialect), ...SESSION_COLUMNS])
    .where('sessions.digest', '=', digest)
    .where('sessions.expires_at', '>', now),
)

const touchSession = hot((db, { id, now }: SlotsOf<{ id: string; now: number }>) =>
  db.updateTable('sessions').set({ last_used_at: now }).where('id', '=', id),
)

function rowOf({ impersonation, ...session }: SessionRecord) {
  return {
    id: session.id,
    user_id: session.userId,
    digest: session.digest,
    created_at: session.createdAt,
    last_used_at: session.lastUsedAt,
    expires_at: session.expiresAt,
    restricted: flag(session.restricted),
    confirmed_at: session.confirmedAt,
    address: session.address,
    agent: session.agent,
    impersonator_id: impersonation?.impersonatorId ?? null,
    parent_id: impersonation?.parentId ?? null,
    reason: impersonation?.reason ?? null,
  }
}

function sessionOf(row: SessionRow, userId: string, digest: string): SessionRecord {
  const { impersonator_id: impersonatorId, parent_id: parentId, reason } = row
  const impersonated = impersonatorId !== null && parentId !== null && reason !== null
  return {
    id: row.session_id,
    userId,
    digest,
    createdAt: row.session_created_at,
    lastUsedAt: row.last_used_at,
    expiresAt: row.expires_at,
    restricted: row.restricted === 1,
    confirmedAt: row.confirmed_at,
    address: row.address,
    agent: row.agent,
    impersonation: impersonated ? { impersonatorId, parentId, reason } : null,
  }
}
