// What somebody would write who needs a session check and nothing else: one hash, one prepared join, no promise.
import { hash } from 'node:crypto'
import Database from 'libsql'
import { personColumns, personOf } from './people-by-hand.mjs'

const IDLE = 60 * 60_000

/** The session of a digest (first parameter) that ends after some moment (second), in the engine's words. */
export const sessionQuery = (joined) =>
  `SELECT ${personColumns(joined)},
    s.id, s.last_used_at, s.restricted, s.confirmed_at, s.impersonator_id, s.parent_id, s.reason
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
  if (row === undefined || row[15] !== 1 || now >= row[27] + IDLE) return null
  const impersonation = row[30] === null ? null : { impersonatorId: row[30], parentId: row[31], reason: row[32] }
  const session = { kind: 'session', id: row[26], restricted: row[28] === 1, confirmedAt: row[29], impersonation }
  return { session, user: personOf(row) }
}
