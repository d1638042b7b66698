// An import as somebody would write it who needs this one file and nothing else: read whole, judged by hand, inserted by
// prepared statements into Rollcall's own tables.
import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import Database from 'libsql'
import Papa from 'papaparse'
import { COLUMNS } from './people-file.mjs'

/** As Rollcall sets them. */
const PRAGMAS = [
  'cache_size = -32768',
  'wal_autocheckpoint = 8192',
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
]
const TEXTS = { FirstName: 100, LastName: 100, JobTitle: 100, Organization: 253, ExternalId: 255 }
const EMAIL = /^[a-z0-9._%+-]{1,64}@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,}$/i
const PHONE = /^(\+?[0-9][0-9 ()./-]{3,})?$/
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/u
const FIELDS = `id, external_id, email, email_key, username, username_key, domain, first_name, last_name, display_name,
  name_key, search_key, job_title, phone, language, time_zone, organization, auth_kind, auth_provider, auth_subject,
  enabled, protected, mute_notifications, attributes, created_at, invited_at, registered_at, version, grants, role_rank`

/**
 * Puts a file of people into a database that has Rollcall's tables: that many `rows` a transaction, one each `next()`.
 * @param {{ file: string, database: string, rows: number, roles: { id: string, rank: number }[], caller: { id: string, name: string, mayGrant: string[] } }} what
 */
export function* importByHand({ file, database: path, rows, roles, caller }) {
  const database = new Database(path)
  for (const pragma of PRAGMAS) database.exec(`PRAGMA ${pragma}`)
  const insert = inserting(database, caller)
  const judge = judging(new Map(roles.map(({ id, rank }) => [id, rank])), new Set(caller.mayGrant))
  const [header, ...lines] = Papa.parse(readFileSync(file, 'utf8'), { skipEmptyLines: true }).data
  if (String(header) !== String(COLUMNS)) throw new Error('This is another file.')
  for (let from = 0; from < lines.length; from += rows) {
    yield
    database.exec('BEGIN IMMEDIATE')
    for (const cells of lines.slice(from, from + rows)) insert(judge(cells))
    database.exec('COMMIT')
  }
  database.close()
}

/** Judges rows; here a file with a wrong one is refused as a whole. */
function judging(ranks, grantable) {
  const taken = new Set()
  const zones = new Map()

  const isKnownZone = (zone) => {
    if (!zones.has(zone)) zones.set(zone, isTimeZone(zone))
    return zones.get(zone)
  }

  return (cells) => {
    const row = Object.fromEntries(COLUMNS.map((column, index) => [column, cells[index].trim()]))
    const keys = [row.Username, row.Email].map((text) => text.normalize('NFKC').toLowerCase())
    const right =
      cells.length === COLUMNS.length &&
      !cells.some((cell) => UNSEEN.test(cell)) &&
      Object.entries(TEXTS).every(([column, most]) => row[column] !== '' && row[column].length <= most) &&
      row.Username.length <= 254 &&
      EMAIL.test(row.Email) &&
      PHONE.test(row.MobileNumber) &&
      ranks.has(row.AssignedRole) &&
      grantable.has(row.AssignedRole) &&
      ['true', 'false'].includes(row.Active) &&
      ['en-GB', 'de'].includes(row.PreferredLanguage) &&
      isKnownZone(row.TimeZone) &&
      !keys.some((key) => taken.has(key))
    if (!right) throw new Error(`${cells} is wrong.`)
    for (const key of keys) taken.add(key)
    return { ...row, keys, rank: ranks.get(row.AssignedRole) }
  }
}

function inserting(database, caller) {
  const into = (table, columns) => {
    const places = columns.split(',').map(() => '?')
    return database.prepare(`INSERT INTO ${table} (${columns}) VALUES (${places})`)
  }
  const users = into('users', FIELDS)
  const states = into('user_states', 'user_id, organization')
  const identifiers = into('identifiers', 'key, user_id, kind')
  const grants = into('grants', 'user_id, role, scope, source')
  const audit = into(
    'audit_entries',
    'id, at, action, real_id, real_name, effective_id, effective_name, impersonated, target_id, target_name, changes, mac',
  )
  const secret = randomBytes(32)

  return ({ keys: [username, email], rank, ...row }) => {
    const now = Date.now()
    const id = randomUUID()
    const name = `${row.FirstName} ${row.LastName}`
    const [nameKey, ...searched] = [name, row.Username, row.Email].map((text) =>
      text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFC'),
    )
    const enabled = row.Active === 'true'
    const given = [{ role: row.AssignedRole, scope: null, source: 'direct' }]
    users.run([
      id,
      row.ExternalId,
      row.Email,
      email,
      row.Username,
      username,
      email.slice(email.lastIndexOf('@') + 1),
      row.FirstName,
      row.LastName,
      null,
      nameKey,
      `${[nameKey, ...searched].join('\n')}\n\n`,
      row.JobTitle,
      row.MobileNumber || null,
      row.PreferredLanguage,
      row.TimeZone,
      row.Organization,
      'internal',
      null,
      null,
      enabled ? 1 : 0,
      1,
      0,
      '{}',
      now,
      null,
      null,
      1,
      JSON.stringify(given),
      rank,
    ])
    states.run([id, row.Organization])
    identifiers.run([email, id, 'email'])
    identifiers.run([username, id, 'username'])
    grants.run([id, row.AssignedRole, '', 'direct'])
    const changes = {
      email: [null, row.Email],
      username: [null, row.Username],
      enabled: [null, enabled],
      grants: [[], given],
    }
    const by = [caller.id, caller.name]
    const entry = [randomUUID(), now, 'imports.applyImport', ...by, ...by, 0, id, name]
    const mac = createHmac('sha256', secret)
      .update(JSON.stringify([...entry, changes]))
      .digest('base64url')
    audit.run([...entry, JSON.stringify(changes), mac])
  }
}

function isTimeZone(zone) {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== ''
  } catch {
    return false
  }
}
