// A file of a million people through HTTP into SQLite: what the server holds in memory, and whether the last of them cost
// more than the first. Takes a quarter of an hour or more, so that it runs only when asked for.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { startServer } from '../caller.mjs'
import { foundHub } from '../hub.mjs'
import { writePeople } from '../people-file.mjs'
import { directory } from '../product.mjs'

const COUNT = 1_000_000

export default async function importsMillion() {
  const path = directory()
  const file = join(path, 'people.csv')
  writePeople(file, COUNT)
  const [token] = await foundHub(path)
  const server = await startServer(path)

  const marks = [await mark(server, 0)]
  let info = await server.preview(token, file)
  assert.deepEqual(info.counts, { create: COUNT, update: 0, unchanged: 0, refused: 0 })
  const previewed = await mark(server, 0)
  marks.push(previewed)
  while (info.state !== 'finished') {
    info = await server.apply(token, info.id)
    marks.push(await mark(server, info.done.rows))
  }
  assert.equal(info.done.created, COUNT)
  await server.stop()

  const [began] = marks
  const ended = marks.at(-1)
  const applied = (rows) => marks.find((one) => one.rows >= rows)
  const what = 'import of 1,000,000 rows, SQLite'
  const rate = (name, from, to, clock) => ({
    what: `${what}: ${name}`,
    unit: '/s',
    reached: { ours: [perSecond(clock, from, to, COUNT)] },
  })
  return [
    { what: `${what}: most memory`, unit: 'MiB', reached: { ours: [ended.memory] }, targets: [{ atMost: 400 }] },
    rate('by the clock', began, ended, 'at'),
    rate('by processor time', began, ended, 'processor'),
    rate('its preview, by processor time', began, previewed, 'processor'),
    {
      what: `${what}: applying the last 100,000, by processor time`,
      unit: '/s',
      reached: {
        ours: [perSecond('processor', applied(COUNT - 100_000), ended)],
        'the first 10,000': [perSecond('processor', previewed, applied(10_000))],
        'the first 100,000': [perSecond('processor', previewed, applied(100_000))],
      },
    },
  ]
}

async function mark(server, rows) {
  return { rows, at: performance.now(), ...(await server.used()) }
}

function perSecond(clock, from, to, rows = to.rows - from.rows) {
  return (rows / (to[clock] - from[clock])) * 1000
}
