// The same pages and session checks by hand on PostgreSQL: named prepared statements over one connection.
import pg from 'pg'
import { digestOf, foundOf, sessionQuery } from './by-hand.mjs'
import { columns, recordOf } from './people-by-hand.mjs'

const BIGINT = 20
const INTEGER = 23

export async function peopleOnPostgres(connectionString) {
  const types = { getTypeParser: (oid) => (oid === BIGINT || oid === INTEGER ? Number : String) }
  const client = new pg.Client({ connectionString, options: '-c search_path=rollcall', types })
  await client.connect()
  await client.query('VACUUM ANALYZE')
  let pages = 0

  async function rows(statement) {
    return (await client.query({ ...statement, rowMode: 'array' })).rows
  }

  /** A query of one page; what follows `FROM`, and in which order. */
  function page(from, order) {
    pages += 1
    const name = `page ${pages}`
    const text = numbered(`SELECT ${columns(JOINED)} FROM ${from} ORDER BY ${order} LIMIT 51`)
    return async (...values) => (await rows({ name, text, values })).slice(0, 50).map(recordOf)
  }

  /** The value and id of the row at that share of an order, and how many are before it. */
  async function place(from, value, id, share) {
    const [[count]] = await rows({ text: `SELECT count(*) FROM ${from}` })
    const before = Math.floor(share * count)
    const text = `SELECT ${value}, ${id} FROM ${from} ORDER BY ${value}, ${id} LIMIT 1 OFFSET $1`
    const [[at, last]] = await rows({ text, values: [before] })
    return { value: at, id: last, before }
  }

  const session = { name: 'session', text: numbered(sessionQuery(JOINED)) }

  async function find(token) {
    const now = Date.now()
    const [row] = await rows({ ...session, values: [digestOf(token), now] })
    return foundOf(row, now)
  }

  return { page, place, words, find, close: () => client.end() }
}

const JOINED = "string_agg(g.grants, ',')"

/** Parameters as PostgreSQL counts them. */
function numbered(text) {
  let parameters = 0
  return text.replace(/\?/g, () => {
    parameters += 1
    return `$${parameters}`
  })
}

const words = {
  found: 'u.search_key LIKE ?',
  lookedUp: (text) => [`%${text}%`],
  inside: 'strpos(u.search_key, ?) > 0',
  walkedFor: (text) => [text],
  external: "u.auth_kind = 'external'",
}
