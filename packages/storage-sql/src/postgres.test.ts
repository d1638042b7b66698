import { testStorage } from '@rollcall/testing/conformance'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type DatabaseServer, startPostgres } from '../../../scripts/database-servers.mjs'
import { lena } from './lena.ts'
import {
  type PostgresClient,
  type PostgresOptions,
  type PostgresPool,
  type PostgresResult,
  type PostgresStatement,
  postgresStorage,
  type SqlStorage,
} from './postgres.ts'

let server: DatabaseServer
let admin: pg.Client
let emptied: string

beforeAll(async () => {
  server = await startPostgres()
  const storage = postgresStorage({ connectionString: server.url('postgres') })
  await storage.migrate()
  await storage.close()
  admin = new pg.Client(server.url('postgres'))
  await admin.connect()
  const { rows } = await admin.query(
    "SELECT tablename FROM pg_tables WHERE schemaname = 'rollcall' AND tablename NOT IN ('guards', 'migrations')",
  )
  emptied = `TRUNCATE ${rows.map(({ tablename }) => `rollcall.${tablename}`).join(', ')}`
}, 60_000)

afterAll(async () => {
  await admin.end()
  await server.stop()
})

const open = () => postgresStorage({ connectionString: server.url('postgres') })

testStorage('PostgreSQL', {
  create: async () => open(),
  open: async () => open(),
  async destroy(storage) {
    await storage.close()
    await admin.query(emptied)
  },
})

const opened: SqlStorage[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((storage) => storage.close()))
})

function handle(options: PostgresOptions): SqlStorage {
  const storage = postgresStorage(options)
  opened.push(storage)
  return storage
}

test('a schema is one of many in a database, beside the host’s own tables', async () => {
  await admin.query('CREATE DATABASE beside')
  const connectionString = server.url('beside')
  const client = new pg.Client(connectionString)
  await client.connect()
  await client.query('CREATE TABLE users (id integer); CREATE TABLE migrations (id integer)')
  const [one, two] = [handle({ connectionString }), handle({ connectionString, schema: 'second' })]
  await one.migrate()
  await expect(two.users.find('lena')).rejects.toMatchObject({ fault: 'schema-outdated' })
  await two.migrate()
  await one.users.insert(lena())
  expect(await two.users.find('lena')).toBeNull()
  expect((await client.query('SELECT * FROM users')).rows).toEqual([])
  await client.end()
  expect(() => postgresStorage({ schema: 'x, public' })).toThrow('no name for a schema')
})

test('a transaction in which a failed statement was passed over is not reported as kept', async () => {
  const storage = handle({ connectionString: server.url('postgres') })
  const work = storage.transaction(async (tx) => {
    await tx.users.insert(lena())
    await tx.users
      .insert({ ...lena(), email: 'x@lena.example', keys: { ...lena().keys, email: 'x@lena.example' } })
      .catch(() => {})
  })
  await expect(work).rejects.toThrow()
  expect(await storage.users.find('lena')).toBeNull()
})

test('a connection that cannot be rolled back is given to nobody else', async () => {
  const thrownAway: unknown[] = []
  const storage = handle({
    connectionString: server.url('postgres'),
    open(config) {
      const pool = new pg.Pool(config)
      return {
        query: (statement) => (pool as PostgresPool).query(statement),
        end: () => pool.end(),
        async connect() {
          const client = await pool.connect()
          return {
            query: (statement) =>
              statement.text === 'ROLLBACK'
                ? Promise.reject(new Error('no'))
                : (client as PostgresClient).query(statement),
            release(broken) {
              thrownAway.push(broken)
              client.release(broken)
            },
          }
        },
      }
    },
  })
  const failure = new Error('no')
  await expect(storage.transaction(() => Promise.reject(failure))).rejects.toBe(failure)
  await storage.transaction((tx) => tx.users.find('lena'))
  expect(thrownAway).toEqual([true, false])
})

test('a database whose locale knows no letters beyond a to z says so, and others say nothing', async () => {
  await admin.query("CREATE DATABASE plain TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'")
  const plain = handle({ connectionString: server.url('plain') })
  await plain.migrate()
  expect(await plain.warnings()).toEqual([expect.stringContaining("LC_CTYPE 'C.UTF-8'")])
  const usual = handle({ connectionString: server.url('postgres') })
  expect(await usual.warnings()).toEqual([])
})

test('what runs often is prepared by name, and a check of a session is one statement', async () => {
  const said: PostgresStatement[] = []
  const storage = handle({
    connectionString: server.url('postgres'),
    open: (config) => listening(new pg.Pool(config), said),
  })
  await storage.users.insert(lena())
  await storage.lockout.reserve('lena', { now: 0, lease: 1_000, threshold: 5, openedBefore: null })
  const statements = async (work: () => Promise<unknown>) => {
    said.length = 0
    await work()
    return said.map(({ name, text }) => (name === undefined ? text.replace(/ .*/s, '') : 'prepared'))
  }
  expect(await statements(() => storage.sessions.find('d', 1))).toEqual(['prepared'])
  expect(await statements(() => storage.users.findByKey('lena@lena.example'))).toEqual(['prepared'])
  const once = ['BEGIN', 'prepared', 'COMMIT']
  const rules = { now: 0, lease: 1_000, threshold: 5, openedBefore: null }
  expect(await statements(() => storage.lockout.reserve('lena', rules))).toEqual(once)
  expect(said[0]?.text).toContain('synchronous_commit = off')
  expect(await statements(() => storage.users.noteSignIn('lena', 1))).toEqual(once)
  expect(said[0]?.text).not.toContain('synchronous_commit')
  await storage.users.remove('lena')
})

/** The pool, and all that is said to it. */
function listening(pool: pg.Pool, said: PostgresStatement[]): PostgresPool {
  const heard = (on: { query(statement: PostgresStatement): unknown }) => (statement: PostgresStatement) => {
    said.push(statement)
    return on.query(statement) as Promise<PostgresResult>
  }
  return {
    query: heard(pool as PostgresPool),
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect()
      return { query: heard(client as PostgresClient), release: (broken) => client.release(broken) }
    },
  }
}
