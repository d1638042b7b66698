// A million people: what grows with them on SQLite, and pages and session checks there and, copied, on PostgreSQL.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { copyStorage } from '@rollcall/storage-sql'
import { postgresStorage } from '@rollcall/storage-sql/postgres'
import { sqliteStorage } from '@rollcall/storage-sql/sqlite'
import Database from 'libsql'
import pg from 'pg'
import { startPostgres } from '../../../scripts/database-servers.mjs'
import { byHand } from '../by-hand.mjs'
import { gather } from '../crowd.mjs'
import { PASSWORD, person, settle } from '../people.mjs'
import { peopleByHand } from '../people-by-hand.mjs'
import { compareWithPeer, peerOnPostgres, peerOnSqlite } from '../people-of-peer.mjs'
import { peopleOnPostgres } from '../people-on-postgres.mjs'
import { comparePages, pagesOf } from '../people-pages.mjs'
import { CLIENT, directory, freeHasher, product } from '../product.mjs'
import { alsoByProcessor, busy, cost, rounds, steady } from '../rounds.mjs'

const COUNTS = [10_000, 100_000, 1_000_000]
const WITH_SESSIONS = 200
const LANES = 8
/** Where a million people are there in minutes rather than in half an hour; reading and processor time are the same. */
const RAM_DISK = '/dev/shm'
const parent = () => (existsSync(RAM_DISK) ? RAM_DISK : undefined)

export default async function million() {
  const crowds = []
  for (const count of COUNTS) crowds.push(await crowd(count))
  const [, , { storage, file, tokens }] = crowds

  const lines = await growth(crowds)
  const turn = (operation) => steady(1, operation, 40)
  const { find } = byHand(file)
  lines.push(await sessionCheck({ storage, tokens, find, turn: (batch) => steady(WITH_SESSIONS, batch) }))
  const pages = { storage, byHand: peopleByHand(file), turn }
  lines.push(...(await comparePages(pages)))
  const theirs = await peerOnSqlite(file, parent())
  // As of a server that has been up for a while: its code takes seconds to be compiled.
  const longer = (operation) => steady(1, operation, 1_000)
  lines.push(...(await compareWithPeer({ ...pages, tokens, theirs, turn: longer })))
  for (const each of crowds) await each.storage.close()
  const named = (engine, all) => all.map((line) => ({ ...line, what: `${engine}, 1,000,000 people: ${line.what}` }))
  return [...named('SQLite', lines), ...named('PostgreSQL', await onPostgres(file, tokens))]
}

/** That many people on SQLite, and some who are signed in. */
async function crowd(count) {
  const path = directory(parent())
  const file = join(path, 'rollcall.sqlite')
  const gathering = sqliteStorage({ file, open: withLargeCache })
  await gathering.migrate()
  await gather(gathering, count)
  await gathering.close()
  const storage = sqliteStorage({ file })
  const tokens = await settle(storage, { count: WITH_SESSIONS, hash: await freeHasher.hash(PASSWORD) })
  return { name: `${count.toLocaleString('en-GB')} people`, storage, file, tokens }
}

/** So that gathering rewrites no page of an index again and again. */
function withLargeCache(file) {
  const database = new Database(file)
  const exec = database.exec.bind(database)
  database.exec = (sql) => exec(sql.replace(/cache_size = -\d+/, 'cache_size = -4194304'))
  return database
}

/** Lines of what each operation costs among few and among many. */
async function growth(crowds) {
  const places = []
  for (const { file } of crowds) {
    places.push(peopleByHand(file).place('users u', 'u.name_key', 'u.id', 0.99))
  }
  const page =
    (filter, from = () => null) =>
    ({ storage }, at) => {
      const list = pagesOf(storage)
      return steady(1, () => list(filter, 'name', from(at)), 100)
    }
  const signIn = ({ storage }) => {
    const rollcall = product(storage)
    const visitor = rollcall.anonymous(CLIENT)
    const operation = (lane) => rollcall.signIn.signIn(visitor, { identifier: person(lane).email, password: PASSWORD })
    return byProcessor(busy(300, LANES, operation))
  }
  const operations = {
    'the first page': page({}),
    'the page after 99 %': page({}, (at) => places[at]),
    'a search for one person': page({ search: '.9999@' }),
    'a search for a common term': page({ search: 'organization' }),
    'a session check': ({ storage, tokens }) => steady(WITH_SESSIONS, checking(storage, tokens)),
    'a sign-in, free hash, by processor time': signIn,
  }
  const lines = []
  for (const [what, turnOf] of Object.entries(operations)) {
    const turns = crowds.map((each, at) => [each.name, cost(turnOf(each, at))])
    const reached = await rounds(9, Object.fromEntries(turns))
    const { [crowds.at(-1).name]: ours, ...fewer } = reached
    const targets = [{ of: crowds[0].name, atMost: 1.5 }]
    lines.push({ what, unit: 'ms', reached: { ours, ...fewer }, targets })
  }
  return lines
}

/** Operations a second of processor time of a turn that waits for the disk as well. */
function byProcessor(turn) {
  const reached = []
  const measured = alsoByProcessor(reached, turn)
  return async () => {
    await measured()
    return reached.at(-1)
  }
}

function checking(storage, tokens) {
  const { sessions } = product(storage)
  return async () => {
    for (const token of tokens) await sessions.authenticate(token, CLIENT)
  }
}

async function sessionCheck({ storage, tokens, find, turn }) {
  const { sessions } = product(storage)
  for (const token of tokens) {
    const { session, effective } = await sessions.authenticate(token, CLIENT)
    assert.deepEqual({ session, user: effective.user }, await find(token))
  }
  const limit = async () => {
    for (const token of tokens) await find(token)
  }
  const reached = await rounds(15, { ours: turn(checking(storage, tokens)), limit: turn(limit) })
  return { what: 'session check', unit: '/s', reached, targets: [{ of: 'limit', atLeast: 0.6 }] }
}

/** Lines of the same people on PostgreSQL, a server of its own on this machine; by the clock, as both sides wait. */
async function onPostgres(file, tokens) {
  const server = await startPostgres()
  const connectionString = server.url('postgres')
  const from = sqliteStorage({ file })
  const storage = postgresStorage({ connectionString })
  await storage.migrate()
  await copyStorage(from, storage)
  await from.close()
  const byHand = await peopleOnPostgres(connectionString)
  const pages = { storage, byHand, turn: (operation) => busy(60, 1, operation) }
  const longer = (operation) => busy(1_000, 1, operation)
  const pool = new pg.Pool({ connectionString })
  const batch = (work) => async () => (await busy(200, 1, work)()) * WITH_SESSIONS
  const lines = [
    await sessionCheck({ storage, tokens, find: byHand.find, turn: batch }),
    ...(await comparePages(pages)),
    ...(await compareWithPeer({ ...pages, tokens, theirs: await peerOnPostgres(pool), turn: longer })),
  ]
  await pool.end()
  await byHand.close()
  await storage.close()
  await server.stop()
  return lines
}
