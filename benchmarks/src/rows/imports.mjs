// Files of people into SQLite: how fast, beside the same steps by hand and a loop over the peer; and how long people who
// sign in meanwhile wait.
import assert from 'node:assert/strict'
import { createReadStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { argon2idHasher } from '@rollcall/node'
import { csvParser } from '@rollcall/node/csv'
import { peer } from '../better-auth.mjs'
import { startServer } from '../caller.mjs'
import { fileIn, foundHub, hub, preset } from '../hub.mjs'
import { importByHand } from '../import-by-hand.mjs'
import { factsOf } from '../import-facts.mjs'
import { PASSWORD, person } from '../people.mjs'
import { writePeople } from '../people-file.mjs'
import { CLIENT, directory, freeHasher } from '../product.mjs'
import { rounds } from '../rounds.mjs'

const ROWS = 100_000
/** of a turn: what one call applies, and what the side by hand puts into one transaction. */
const TURN = 2_000
const TURNS = ROWS / TURN
/** Of the peer's turn: its loop takes a row after the other, so that a whole file goes at its rate at best. */
const PEER_TURN = 200
const WARM_UP = 3
const LANES = 4
const WATCHED_ROWS = 30_000
/** Milliseconds between two sign-ins of one lane, at most; half of that on average. */
const PAUSE = 1_000

export default async function imports() {
  return [...(await compare()), ...(await signInsMeanwhile())]
}

/** One file, all sides in turns, each on a database that grows with it; what a side does at first counts along. */
async function compare() {
  const path = directory()
  const file = join(path, 'people.csv')
  writePeople(file, ROWS)
  const places = { ours: join(path, 'ours'), limit: join(path, 'limit'), peer: join(path, 'peer') }
  for (const place of Object.values(places)) mkdirSync(place)
  const byProcessor = {}
  const side = async (name, begin, rows) => {
    const counted = await measured(begin)
    const first = { clock: counted.clock / TURNS, processor: counted.processor / TURNS }
    byProcessor[name] = []
    return async () => {
      const { clock, processor } = await measured(counted.answer)
      byProcessor[name].push((rows / (processor + first.processor)) * 1_000)
      return (rows / (clock + first.clock)) * 1_000
    }
  }
  const [ownToken] = await foundHub(places.ours)
  await foundHub(places.limit)
  const byClock = await rounds(TURNS - WARM_UP, {
    ours: await side('ours', () => ours(places.ours, file, ownToken), TURN),
    limit: await side('limit', () => byHand(places.limit, file), TURN),
    'better-auth': await side('better-auth', () => thePeer(places.peer, file), PEER_TURN),
  })
  assert.deepEqual(factsOf(fileIn(places.ours)), factsOf(fileIn(places.limit)))

  const what = `import of ${ROWS.toLocaleString('en-GB')} rows, SQLite`
  const targets = [
    { of: 'limit', atLeast: 0.5 },
    { of: 'better-auth', atLeast: 10 },
  ]
  const counted = Object.entries(byProcessor).map(([name, figures]) => [name, figures.slice(WARM_UP)])
  const reached = Object.fromEntries(counted)
  const tenth = Math.round(counted[0][1].length / 10)
  const late = { ours: reached.ours.slice(-tenth), limit: reached.limit.slice(-tenth) }
  const early = { 'at first': reached.ours.slice(0, tenth), 'limit at first': reached.limit.slice(0, tenth) }
  return [
    { what, unit: '/s', reached: byClock, targets },
    { what: `${what}, by processor time`, unit: '/s', reached, targets },
    {
      what: `${what}, its last tenth by processor time`,
      unit: '/s',
      reached: { ...late, ...early },
      wishes: [{ of: 'at first', atLeast: 0.67 }],
    },
  ]
}

/** What it took, in milliseconds. */
async function measured(work) {
  const [began, before] = [performance.now(), process.cpuUsage()]
  const answer = await work()
  const { user, system } = process.cpuUsage(before)
  return { answer, clock: performance.now() - began, processor: (user + system) / 1_000 }
}

/** Each side begins with the file and answers with its turn. */
async function ours(path, file, token) {
  const { rollcall } = hub(path)
  const actor = await rollcall.sessions.authenticate(token, CLIENT)
  const { id: importId } = await rollcall.imports.previewImport(actor, { file: createReadStream(file) })
  let wanted = 0
  return async () => {
    wanted += TURN
    let info
    // A call stops after some seconds too.
    do info = await rollcall.imports.applyImport(actor, { importId })
    while (info.done.rows < wanted)
  }
}

async function byHand(path, file) {
  const { mayGrant } = preset.access.systemRoles.find(({ id }) => id === 'administrator')
  const { id, firstName, lastName } = person(0)
  const caller = { id, name: `${firstName} ${lastName}`, mayGrant }
  const roles = preset.access.systemRoles
  const transactions = importByHand({ file, database: fileIn(path), rows: TURN, roles, caller })
  transactions.next()
  return async () => transactions.next()
}

/** Without a password, and trusted: its caller has no session to look up and no right to check. */
async function thePeer(path, file) {
  const auth = await peer({ hasher: freeHasher, path })
  const records = csvParser().parse(createReadStream(file))
  await records.next()
  return async () => {
    for (let row = 0; row < PEER_TURN; row += 1) {
      const { cells } = (await records.next()).value
      const [, email, firstName, lastName, , , role] = cells
      const name = `${firstName} ${lastName}`
      await auth.api.createUser({ body: { email, name, role: role === 'user' ? 'user' : 'admin' } })
    }
  }
}

/** A server that is called by one who imports and by others who sign in, a few a second, with argon2id as shipped. */
async function signInsMeanwhile() {
  const path = directory()
  const file = join(path, 'people.csv')
  writePeople(file, WATCHED_ROWS)
  const hash = await argon2idHasher().hash(PASSWORD)
  const [token] = await foundHub(path, { count: LANES, hash })
  const server = await startServer(path)
  const took = { idle: [], preview: [], apply: [] }

  async function watched(into, work) {
    let over = false
    const lane = async (number) => {
      for (;;) {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * PAUSE))
        if (over) return
        const began = performance.now()
        await server.signIn({ identifier: person(number).username, password: PASSWORD })
        into.push(performance.now() - began)
      }
    }
    const lanes = Array.from({ length: LANES }, (_, number) => lane(number))
    const answer = await work()
    over = true
    await Promise.all(lanes)
    return answer
  }

  const nothing = () => new Promise((resolve) => setTimeout(resolve, 2_000))
  await watched([], nothing)
  let info = await watched(took.preview, () => server.preview(token, file))
  while (info.state !== 'finished') {
    await watched(took.idle, nothing)
    info = await watched(took.apply, async () => {
      await server.apply(token, info.id)
      return server.apply(token, info.id)
    })
  }
  await server.stop()

  const line = (what, share, targets) => {
    const at = (figures) => [figures.toSorted((a, b) => a - b)[Math.floor(figures.length * share)]]
    const [ours, preview, idle] = [took.apply, took.preview, took.idle].map(at)
    return { what, unit: 'ms', reached: { ours, 'during the preview': preview, 'without an import': idle }, targets }
  }
  const what = 'sign-in, argon2id, HTTP, SQLite, while an import is applied'
  return [line(`${what}: median`, 0.5), line(`${what}: p95`, 0.95, [{ atMost: 100 }]), line(`${what}: p99`, 0.99)]
}
