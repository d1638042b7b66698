import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { testStorage } from '@rollcall/testing/conformance'
import { afterAll, beforeAll } from 'vitest'
import { Turns } from './dialects/turns.ts'
import { type PostgresPool, type PostgresPoolConfig, postgresStorage } from './postgres.ts'

let database: PGlite
let emptied: string

beforeAll(async () => {
  database = await PGlite.create({ extensions: { pg_trgm } })
  const storage = open()
  await storage.migrate()
  await storage.close()
  const { rows } = await database.query<{ tablename: string }>(
    "SELECT tablename FROM pg_tables WHERE schemaname = 'rollcall' AND tablename NOT IN ('guards', 'migrations')",
  )
  emptied = `TRUNCATE ${rows.map(({ tablename }) => `rollcall.${tablename}`).join(', ')}`
}, 60_000)
afterAll(() => database.close())

const open = () => postgresStorage({ open: (config) => onlyConnection(database, config) })

/** A pool over the one connection that an embedded PostgreSQL has. */
function onlyConnection(embedded: PGlite, { options }: PostgresPoolConfig): PostgresPool {
  const turns = new Turns(1)
  const late = () => new Error('timeout exceeded')
  const run: PostgresPool['query'] = async ({ text, values }) => {
    if (values) {
      const { rows, affectedRows = 0 } = await embedded.query(text, values)
      return { rows, rowCount: affectedRows, command: '' }
    }
    await embedded.exec(text)
    return { rows: [], rowCount: 0, command: text }
  }
  const ready = embedded.exec(options.replace('-c', 'SET'))
  return {
    async query(statement) {
      await turns.take(10_000, late)
      await ready
      return run(statement).finally(() => turns.pass())
    },
    async connect() {
      await turns.take(10_000, late)
      return { query: run, release: () => turns.pass() }
    },
    end: async () => {},
  }
}

testStorage('PGlite', {
  create: async () => open(),
  oneConnection: true,
  async destroy(storage) {
    await storage.close()
    await database.exec(emptied)
  },
})
