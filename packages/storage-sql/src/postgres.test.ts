import type { Storage } from '@rollcall/core'
import { testStorage } from '@rollcall/testing/conformance'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
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

/** A database of its own, for what the shared one must not meet. */
async function database(name: string): Promise<string> {
  await admin.query(`CREATE DATABASE ${name}`)
  return server.url(name)
}

const opened: SqlStorage[] = []
afterEach(async () => {
  vi.useRealTimers()
  await Promise.all(opened.splice(0).map((storage) => storage.close()))
})

function handle(options: PostgresOptions): SqlStorage {
  const storage = postgresStorage(options)
  opened.push(storage)
  return storage
}

describe('the schema', () => {
  test('eight handles that migrate a new database at once all succeed, and each migration is applied once', async () => {
    const connectionString = await database('at_once')
    const handles = Array.from({ length: 8 }, () => handle({ connectionString }))
    const reports = await Promise.all(handles.map((storage) => storage.migrate()))
    expect(reports.flatMap(({ applied }) => applied)).toEqual(['0001-first-tables'])
    await Promise.all(handles.map((storage) => storage.check()))
  })

  test('is one of many in a database, beside the host’s own tables', async () => {
    const connectionString = await database('beside')
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

  test('code that meets none says what to run, and goes on once that was run; a newer one is refused', async () => {
    const connectionString = await database('none')
    const storage = handle({ connectionString })
    const outdated = { fault: 'schema-outdated', message: expect.stringContaining('`rollcall migrate`') }
    await expect(storage.users.find('lena')).rejects.toMatchObject(outdated)
    await expect(storage.check()).rejects.toMatchObject(outdated)
    await handle({ connectionString }).migrate()
    expect(await storage.users.insert(lena())).toBe('inserted')

    const client = new pg.Client(connectionString)
    await client.connect()
    await client.query("INSERT INTO rollcall.migrations (name) VALUES ('9999-from-the-future')")
    await client.end()
    const newer = { fault: 'schema-newer', message: expect.stringContaining('9999-from-the-future') }
    await expect(handle({ connectionString }).users.find('lena')).rejects.toMatchObject(newer)
    await expect(handle({ connectionString }).migrate()).rejects.toMatchObject(newer)
  })
})

describe('the server', () => {
  test.each([
    ['nobody listens', () => 'postgres://postgres@127.0.0.1:1/postgres', 'check the connection string'],
    ['the database is not there', () => server.url('nowhere'), 'create it'],
    [
      'the role may not in',
      () => server.url('postgres').replace('postgres@', 'stranger@'),
      'check the connection string',
    ],
  ])('where %s, the storage is unavailable, with a message that helps', async (_, connectionString, help) => {
    const storage = handle({ connectionString: connectionString() })
    const unavailable = { fault: 'unavailable', message: expect.stringContaining(help) }
    await expect(storage.users.find('lena')).rejects.toMatchObject(unavailable)
    await expect(storage.migrate()).rejects.toMatchObject(unavailable)
  })

  test('goes away and comes back: the storage is unavailable, keeps what it answered, and works again', async () => {
    const other = await startPostgres({ quick: false })
    const storage = handle({ connectionString: other.url('postgres') })
    await storage.migrate()
    await storage.users.insert(lena())
    await other.kill()
    await expect(storage.users.find('lena')).rejects.toMatchObject({ fault: 'unavailable' })
    await expect(storage.users.insert(lena('leo'))).rejects.toMatchObject({ fault: 'unavailable' })
    await other.start()
    expect(await storage.users.find('lena')).not.toBeNull()
    expect(await storage.users.insert(lena('leo'))).toBe('inserted')
    await storage.close()
    await other.stop()
  }, 60_000)

  test('a connection that is ended in the middle of a transaction undoes it, and another takes its place', async () => {
    const storage = handle({ connectionString: server.url('postgres') })
    const ended = storage.transaction(async (tx) => {
      await tx.users.insert(lena('ended'))
      await admin.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state = 'idle in transaction' AND pid <> pg_backend_pid()",
      )
      await tx.users.insert(lena('after'))
    })
    await expect(ended).rejects.toMatchObject({ fault: 'unavailable' })
    expect(await storage.users.findMany(['ended', 'after'])).toEqual([])
    expect(await storage.users.insert(lena('next'))).toBe('inserted')
    await storage.users.remove('next')
  })
})

describe('transactions', () => {
  test('one nested in another is turned away as busy when no connection is left, and reads go on', async () => {
    const storage = handle({ connectionString: server.url('postgres'), connections: 2 })
    await storage.check()
    const answer = { key: 'nested', inputDigest: 'd', answer: '{}', expiresAt: 9 }
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    const nested = storage.transaction(async () => {
      expect(await storage.answers.find('nested', 0)).toBeNull()
      return storage.answers.add(answer, 0)
    })
    const turnedAway = expect(nested).rejects.toMatchObject({ fault: 'busy' })
    await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0))
    await vi.advanceTimersByTimeAsync(11_000)
    await turnedAway
    vi.useRealTimers()
    expect(await storage.answers.add(answer, 0)).toBe(true)
    await storage.purge(10)
  })

  test('one in which a failed statement was passed over is not reported as kept', async () => {
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

  test('what is not awaited inside cannot slip into the next one', async () => {
    const storage = handle({ connectionString: server.url('postgres') })
    let escaped: Storage['answers'] | undefined
    await storage.transaction(async (tx) => {
      escaped = tx.answers
    })
    await expect(escaped?.find('a', 0)).rejects.toThrow('this transaction is over')
  })
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
