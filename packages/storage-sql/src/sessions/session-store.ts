import type { SessionRecord, SessionStore } from '@rollcall/core'
import { type Connection, hot, type SlotsOf } from '../connection.ts'
import { flag, type SessionsTable } from '../tables.ts'
import { USER_COLUMNS, userOf } from '../users/user-rows.ts'

/** Sessions by the digest of their token. */
export function sessionStore(connection: Connection): SessionStore {
  const { db } = connection
  return {
    async add(session) {
      await connection.change(addSession, { ...session, restricted: flag(session.restricted) })
    },

    async find(digest, now) {
      const row = await connection.first(findSession, { digest, now })
      if (!row) return null
      const session = {
        id: row.session_id,
        userId: row.id,
        digest,
        createdAt: row.session_created_at,
        lastUsedAt: row.last_used_at,
        expiresAt: row.expires_at,
        restricted: row.restricted === 1,
        confirmedAt: row.confirmed_at,
        address: row.address,
        agent: row.agent,
      }
      return { session, user: userOf(row) }
    },

    async touch(id, now) {
      await connection.change(touchSession, { id, now })
    },

    async confirm(id, digest, now) {
      await db.updateTable('sessions').set({ digest, confirmed_at: now }).where('id', '=', id).execute()
    },

    async list(userId, now) {
      const rows = await db
        .selectFrom('sessions')
        .selectAll()
        .where('user_id', '=', userId)
        .where('expires_at', '>', now)
        .orderBy('last_used_at', 'desc')
        .orderBy('id', 'desc')
        .execute()
      return rows.map(sessionOf)
    },

    async end(id, userId) {
      const theirs = db.deleteFrom('sessions').where('id', '=', id).where('user_id', '=', userId)
      return (await theirs.executeTakeFirst()).numDeletedRows > 0n
    },

    async endAll(userId, exceptId) {
      const theirs = db.deleteFrom('sessions').where('user_id', '=', userId)
      const ended = exceptId === null ? theirs : theirs.where('id', '!=', exceptId)
      return Number((await ended.executeTakeFirst()).numDeletedRows)
    },
  }
}

const findSession = hot((db, { digest, now }: SlotsOf<{ digest: string; now: number }>) =>
  db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.user_id')
    .select(USER_COLUMNS)
    .select([
      'sessions.id as session_id',
      'sessions.created_at as session_created_at',
      'sessions.last_used_at',
      'sessions.expires_at',
      'sessions.restricted',
      'sessions.confirmed_at',
      'sessions.address',
      'sessions.agent',
    ])
    .where('sessions.digest', '=', digest)
    .where('sessions.expires_at', '>', now),
)

const addSession = hot((db, session: SlotsOf<Omit<SessionRecord, 'restricted'> & Pick<SessionsTable, 'restricted'>>) =>
  db.insertInto('sessions').values({
    id: session.id,
    user_id: session.userId,
    digest: session.digest,
    created_at: session.createdAt,
    last_used_at: session.lastUsedAt,
    expires_at: session.expiresAt,
    restricted: session.restricted,
    confirmed_at: session.confirmedAt,
    address: session.address,
    agent: session.agent,
  }),
)

const touchSession = hot((db, { id, now }: SlotsOf<{ id: string; now: number }>) =>
  db.updateTable('sessions').set({ last_used_at: now }).where('id', '=', id),
)

function sessionOf(row: SessionsTable): SessionRecord {
  return {
    id: row.id,
    userId: row.user_id,
    digest: row.digest,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    expiresAt: row.expires_at,
    restricted: row.restricted === 1,
    confirmedAt: row.confirmed_at,
    address: row.address,
    agent: row.agent,
  }
}
