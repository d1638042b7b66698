// What somebody would write who needs a session check and nothing else: one hash, one prepared join, no promise.
import { hash } from 'node:crypto'
import Database from 'libsql'

const IDLE = 60 * 60_000

/**
 * Over Rollcall's own tables, with the same driver.
 * @returns a function from a token to `{ session, user }`, null when nobody is signed in with it
 */
export function byHand(file) {
  const database = new Database(file)
  database.exec('PRAGMA query_only = ON')
  const join = database.prepare(
    `SELECT s.id AS session_id, s.last_used_at, s.restricted, u.id, u.external_id, u.email, u.username, u.first_name,
      u.last_name, u.display_name, u.job_title, u.phone, u.language, u.time_zone, u.organization, u.auth_kind,
      u.auth_provider, u.auth_subject, u.enabled, u.protected, u.mute_notifications, u.attributes, u.created_at,
      u.invited_at, u.registered_at, u.version, u.grants
    FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.digest = ? AND s.expires_at > ?`,
  )
  return (token) => {
    const now = Date.now()
    const row = join.get(hash('sha256', token, 'base64url'), now)
    if (row?.enabled !== 1 || now >= row.last_used_at + IDLE) return null
    return {
      session: { id: row.session_id, restricted: row.restricted === 1 },
      user: {
        id: row.id,
        externalId: row.external_id,
        email: row.email,
        username: row.username,
        firstName: row.first_name,
        lastName: row.last_name,
        displayName: row.display_name,
        jobTitle: row.job_title,
        phone: row.phone,
        language: row.language,
        timeZone: row.time_zone,
        organization: row.organization,
        authentication: { kind: row.auth_kind, provider: row.auth_provider, subject: row.auth_subject },
        enabled: true,
        protected: row.protected === 1,
        muteNotifications: row.mute_notifications === 1,
        attributes: JSON.parse(row.attributes),
        createdAt: row.created_at,
        invitedAt: row.invited_at,
        registeredAt: row.registered_at,
        version: row.version,
        grants: JSON.parse(row.grants),
      },
    }
  }
}
