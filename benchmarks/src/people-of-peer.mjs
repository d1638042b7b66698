// The same people in the peer, and what an administrator's page costs there: whole calls, from the session to the answer.
import assert from 'node:assert/strict'
import { Buffer } from 'node:buffer'
import Database from 'libsql'
import { peer, peerCookie, peerFile, settlePeer } from './better-auth.mjs'
import { PASSWORD, person } from './people.mjs'
import { RANKS } from './policy.mjs'
import { CLIENT, directory, freeHasher, product } from './product.mjs'
import { cost, rounds } from './rounds.mjs'

const ROUNDS = 5
const LIMIT = 50
const DEEP = 0.99

/** Statements that put everybody of Rollcall's tables beside the peer's own administrator. */
const everybody = (users) => [
  `INSERT INTO "user" (id, name, email, "emailVerified", "createdAt", "updatedAt", role)
    SELECT id, first_name || ' ' || last_name, email, 1 = 1, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', 'user'
    FROM ${users} WHERE email <> '${person(0).email}'`,
  `UPDATE "user" SET role = 'admin' WHERE email = '${person(0).email}'`,
  'ANALYZE',
]

/** @returns pages of the peer, by the query of its `listUsers` */
export async function peerOnSqlite(file, parent) {
  const path = directory(parent)
  const auth = await withAdministrator({ path })
  const database = new Database(peerFile(path))
  database.exec(`ATTACH '${file}' AS rollcall`)
  for (const statement of everybody('rollcall.users')) database.exec(statement)
  database.close()
  return pagesOf(auth)
}

/** In the same database, in another schema. */
export async function peerOnPostgres(pool) {
  const auth = await withAdministrator({ pool })
  for (const statement of everybody('rollcall.users')) await pool.query(statement)
  return pagesOf(auth)
}

async function withAdministrator(where) {
  const auth = await peer({ hasher: freeHasher, ...where })
  await settlePeer(auth, { count: 1, hash: await freeHasher.hash(PASSWORD) })
  return auth
}

async function pagesOf(auth) {
  const headers = new Headers({ cookie: await peerCookie(auth, 0) })
  return async (query) => (await auth.api.listUsers({ headers, query: { limit: LIMIT, ...query } })).users
}

/**
 * Compares whole calls of an administrator, by address, for which the peer has an index: the session check and the page;
 * with ours the status and the actions of each on it, with the peer's how many there are.
 * @param {object} crowd
 * @param {string[]} crowd.tokens of `settle`
 * @param {object} crowd.byHand what finds places among the same people
 */
export async function compareWithPeer({ storage, tokens, byHand, theirs, turn }) {
  const { sessions, users } = product(storage)
  const list = async (query) => {
    const administrator = await sessions.authenticate(tokens[RANKS - 1], CLIENT)
    return users.listUsers(administrator, { limit: LIMIT, ...query })
  }
  const lines = []

  async function compare(what, query, peers, targets = []) {
    const emails = (people) => people.map(({ email }) => email)
    assert.deepEqual(emails((await list(query)).items), emails(await theirs(peers)))
    const reached = await rounds(ROUNDS, {
      ours: cost(turn(() => list(query))),
      'better-auth': cost(turn(() => theirs(peers))),
    })
    lines.push({ what: `whole call: ${what}`, unit: 'ms', reached, targets })
  }

  const thirtyfold = [{ of: 'better-auth', atMost: 1 / 30 }]
  const { value, id, before } = await byHand.place('users u', 'u.email_key', 'u.id', DEEP)
  const first = await list({ sort: 'email' })
  const cursor = movedTo(first.nextCursor, { v: value, id })
  await compare('list by email', { sort: 'email' }, { sortBy: 'email' }, thirtyfold)
  await compare(
    `list by email, after ${DEEP * 100} %`,
    { sort: 'email', cursor },
    { sortBy: 'email', offset: before + 1 },
    thirtyfold,
  )
  await compare('search for one person', { sort: 'email', q: '.9999@' }, { sortBy: 'email', searchValue: '.9999@' })
  return lines
}

/** A cursor of the same list to another place. */
function movedTo(cursor, place) {
  const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  return Buffer.from(JSON.stringify({ ...parts, ...place })).toString('base64url')
}
