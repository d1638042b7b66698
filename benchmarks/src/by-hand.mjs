// What somebody would write who needs a session check and nothing else: one hash, one prepared join, no promise.
import { hash } from 'node:crypto'
import Database from 'libsql'
import { grantsOf, inheritedGrants } from './people-by-hand.mjs'

const IDLE = 60 * 60_000

/** The session of a digest (first parameter) that ends after some moment (second), in the engine's words. */
export const sessionQuery = (joined) =>
  `SELECT s.id, s.last_used_at, s.restricted, u.id, u.external_id, u.email, u.username, u.first_name, u.last_name,
    u.display_name, u.job_title, u.phone, u.language, u.time_zone, u.organization, u.auth_kind, u.auth_provider,
    u.auth_subject, u.enabled, u.protected, u.mute_notifications, u.attributes, u.created_at, u.invited_at,
    u.registered_at, u.version, u.grants, s.confirmed_at, s.impersonator_id, s.parent_id, s.reason,
    ${inheritedGrants(joined)}
  FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.digest = ? AND s.expires_at > ?`

/**
 * Over Rollcall's own tables, with the same driver.
 * @returns `find`, from a token to `{ session, user }`, null when nobody is signed in with it, and `resources`, from
 *   grants to what is known of where they are held
 */
export function byHand(file) {
  const database = new Database(file)
  database.exec('PRAGMA query_only = ON')
  // Rows as arrays: the driver is slow at making objects.
  const join = database.prepare(sessionQuery('group_concat(g.grants)')).raw()
  const known = database.prepare('SELECT id, type, name FROM resources WHERE id IN (SELECT value FROM json_each(?))')
  const resources = (grants) =>
    known
      .all([JSON.stringify(grants.flatMap(({ scope }) => scope ?? []))])
      .map(({ id, type, name }) => ({ id, type, name }))
  const find = (token) => {
    const now = Date.now()
    return foundOf(join.get([digestOf(token), now]), now)
  }
  return { find, resources }
}

export const digestOf = (token) => hash('sha256', token, 'base64url')

/** What a row of that query says at some moment. */
export function foundOf(row, now) {
  if (row === undefined || row[18] !== 1 || now >= row[1] + IDLE) return null
  const impersonation = row[28] === null ? null : { impersonatorId: row[28], parentId: row[29], reason: row[30] }
  return {
    session: { kind: 'session', id: row[0], restricted: row[2] === 1, confirmedAt: row[27], impersonation },
    user: {
      id: row[3],
      externalId: row[4],
      email: row[5],
      username: row[6],
      firstName: row[7],
      lastName: row[8],
      displayName: row[9],
      jobTitle: row[10],
      phone: row[11],
      language: row[12],
      timeZone: row[13],
      organization: row[14],
      authentication: { kind: row[15], provider: row[16], subject: row[17] },
      enabled: true,
      protected: row[19] === 1,
      muteNotifications: row[20] === 1,
      attributes: JSON.parse(row[21]),
      createdAt: row[22],
      invitedAt: row[23],
      registeredAt: row[24],
      version: row[25],
      grants: grantsOf(row[26], row[31], row[32]),
    },
  }
}
