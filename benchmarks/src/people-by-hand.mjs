// Pages of people as somebody would write them who needs that one page and nothing else: prepared keyset queries.
import Database from 'libsql'

/** The grants of somebody's groups, by hand and by domain, each `joined` to one text in the engine's words. */
const inheritedGrants = (joined) =>
  `(SELECT ${joined} FROM group_members m JOIN groups g ON g.id = m.group_id WHERE m.user_id = u.id),
  (SELECT ${joined} FROM group_domains d JOIN groups g ON g.id = d.group_id
    WHERE d.domain = u.domain AND u.registered_at IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM group_members m WHERE m.user_id = u.id AND m.group_id = g.id))`

/** A person with their grants, as `personOf` takes them. */
export const personColumns = (
  joined,
) => `u.id, u.external_id, u.email, u.username, u.first_name, u.last_name, u.display_name, u.job_title, u.phone,
  u.language, u.time_zone, u.organization, u.auth_kind, u.auth_provider, u.auth_subject, u.enabled, u.protected,
  u.mute_notifications, u.attributes, u.created_at, u.invited_at, u.registered_at, u.version, u.grants,
  ${inheritedGrants(joined)}`

/** The same with their state, as `recordOf` takes them. */
export const columns = (joined) =>
  `${personColumns(joined)}, s.last_sign_in_at, s.last_seen_at, s.active_at, s.locked_at, s.invitation_expires_at`

/** Over Rollcall's own tables, with the same driver and as large a cache. */
export function peopleByHand(file) {
  const database = new Database(file)
  database.exec('PRAGMA query_only = ON')
  database.exec('PRAGMA cache_size = -32768')

  /** A query of one page; what follows `FROM`, and in which order. */
  function page(from, order) {
    const statement = database
      .prepare(`SELECT ${columns('group_concat(g.grants)')} FROM ${from} ORDER BY ${order} LIMIT 51`)
      .raw()
    return (...parameters) => statement.all(parameters).slice(0, 50).map(recordOf)
  }

  /** The value and id of the row at that share of an order, and how many are before it. */
  function place(from, value, id, share) {
    const [[count]] = database.prepare(`SELECT count(*) FROM ${from}`).raw().all([])
    const before = Math.floor(share * count)
    const query = `SELECT ${value}, ${id} FROM ${from} ORDER BY ${value}, ${id} LIMIT 1 OFFSET ?`
    const [[at, last]] = database.prepare(query).raw().all([before])
    return { value: at, id: last, before }
  }

  return { page, place, words }
}

/** How texts are found inside of `search_key`: by the index of three letters, or one by one. */
const words = {
  found: 'u.number IN (SELECT rowid FROM user_search WHERE user_search MATCH ?) AND instr(u.search_key, ?) > 0',
  lookedUp: (text) => [threes(text), text],
  inside: 'instr(u.search_key, ?) > 0',
  walkedFor: (text) => [text],
  // A walk by name rather than by this index.
  external: "+u.auth_kind = 'external'",
}

function threes(text) {
  const all = [...text].slice(2).map((_, index) => `"${text.slice(index, index + 3)}"`)
  return [...new Set(all)].join(' AND ')
}

export function personOf(row) {
  return {
    id: row[0],
    externalId: row[1],
    email: row[2],
    username: row[3],
    firstName: row[4],
    lastName: row[5],
    displayName: row[6],
    jobTitle: row[7],
    phone: row[8],
    language: row[9],
    timeZone: row[10],
    organization: row[11],
    authentication: { kind: row[12], provider: row[13], subject: row[14] },
    enabled: row[15] === 1,
    protected: row[16] === 1,
    muteNotifications: row[17] === 1,
    attributes: JSON.parse(row[18]),
    createdAt: row[19],
    invitedAt: row[20],
    registeredAt: row[21],
    version: row[22],
    grants: grantsOf(row[23], row[24], row[25]),
  }
}

export function recordOf(row) {
  return {
    ...personOf(row),
    state: {
      lastSignInAt: row[26],
      lastSeenAt: row[27],
      activeAt: row[28],
      lockedAt: row[29],
      invitationExpiresAt: row[30],
    },
  }
}

function grantsOf(own, byHand, byDomain) {
  if (byHand === null && byDomain === null) return JSON.parse(own)
  return [own, byHand, byDomain].flatMap((lists) => JSON.parse(`[${lists ?? ''}]`).flat())
}
