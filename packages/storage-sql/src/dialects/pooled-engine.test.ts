import type { Storage } from '@rollcall/core'
import mysql from 'mysql2/promise'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  type DatabaseServer,
  findMariadb,
  findPostgres,
  startMariadb,
  startPostgres,
} from '../../../../scripts/database-servers.mjs'
import { lena } from '../lena.ts'
import { mariadbStorage } from '../mariadb.ts'
import { postgresStorage } from '../postgres.ts'
import type { SqlStorage } from '../sql-storage.ts'

/** A database server, for what both must do. */
interface Kind {
  readonly name: string
  readonly installed: string | undefined
  readonly start: typeof startPostgres
  /** A database that every server has; empty: none has to be named. */
  readonly first: string
  readonly migrations: string
  /** Ends every connection that is in a transaction. */
  readonly endTransactions: string
  readonly user: string
  open(url: string, connections?: number): SqlStorage
  /** Runs statements on a connection of their own; each row of an answer may be one more. */
  run(url: string, statement: string): Promise<void>
}

const kinds: readonly Kind[] = [
  {
    name: 'PostgreSQL',
    installed: findPostgres(),
    start: startPostgres,
    first: 'postgres',
    migrations: 'rollcall.migrations',
    endTransactions: `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE state = 'idle in transaction' AND pid <> pg_backend_pid()`,
    user: 'postgres@',
    open: (connectionString, connections = 10) => postgresStorage({ connectionString, connections }),
    async run(url, statement) {
      const client = new pg.Client(url)
      await client.connect()
      await client.query(statement).finally(() => client.end())
    },
  },
  {
    name: 'MariaDB',
    installed: findMariadb(),
    start: startMariadb,
    first: '',
    migrations: 'migrations',
    endTransactions: "SELECT concat('KILL ', trx_mysql_thread_id) AS statement FROM information_schema.innodb_trx",
    user: 'root@',
    open: (uri, connections = 10) => mariadbStorage({ uri, connections }),
    async run(url, statement) {
      const connection = await mysql.createConnection(url)
      try {
        const [rows] = await connection.query<mysql.RowDataPacket[]>(statement)
        if (Array.isArray(rows)) for (const row of rows) await connection.query(row.statement)
      } finally {
        await connection.end()
      }
    },
  },
]

describe.each(kinds.filter(({ installed }) => installed))('a $name server', (kind) => {
  let server: DatabaseServer
  const opened: SqlStorage[] = []

  beforeAll(async () => {
    server = await kind.start()
  }, 60_000)
  afterAll(() => server.stop())
  afterEach(async () => {
    vi.useRealTimers()
    await Promise.all(opened.splice(0).map((storage) => storage.close()))
  })

  function open(url: string, connections?: number): SqlStorage {
    const storage = kind.open(url, connections)
    opened.push(storage)
    return storage
  }

  /** Where a new database is. */
  async function database(name: string, on = server): Promise<string> {
    await kind.run(on.url(kind.first), `CREATE DATABASE ${name}`)
    return on.url(name)
  }

  async function migrated(name: string, connections?: number): Promise<SqlStorage> {
    const storage = open(await database(name), connections)
    await storage.migrate()
    return storage
  }

  test('is migrated once by eight handles that do so at once', async () => {
    const url = await database('at_once')
    const handles = Array.from({ length: 8 }, () => open(url))
    const reports = await Promise.all(handles.map((storage) => storage.migrate()))
    expect(reports.flatMap(({ applied }) => applied)).toEqual(['0001-first-tables'])
    await Promise.all(handles.map((storage) => storage.check()))
  })

  test('without a schema says what to run, and works once that was run; a newer schema is refused', async () => {
    const url = await database('none')
    const storage = open(url)
    const outdated = { fault: 'schema-outdated', message: expect.stringContaining('`rollcall migrate`') }
    await expect(storage.users.find('lena')).rejects.toMatchObject(outdated)
    await expect(storage.check()).rejects.toMatchObject(outdated)
    await open(url).migrate()
    expect(await storage.users.insert(lena())).toBe('inserted')

    await kind.run(url, `INSERT INTO ${kind.migrations} (name) VALUES ('9999-from-the-future')`)
    const newer = { fault: 'schema-newer', message: expect.stringContaining('9999-from-the-future') }
    await expect(open(url).users.find('lena')).rejects.toMatchObject(newer)
    await expect(open(url).migrate()).rejects.toMatchObject(newer)
  })

  test.each([
    ['nobody listens', () => server.url('rollcall').replace(/:\d+\//, ':1/'), 'check the connection string'],
    ['the database is not there', () => server.url('nowhere'), 'create it'],
    [
      'the user may not in',
      () => server.url('rollcall').replace(kind.user, 'stranger@'),
      'check the connection string',
    ],
  ])('where %s, is unavailable, with a message that helps', async (_, url, help) => {
    const storage = open(url())
    const unavailable = { fault: 'unavailable', message: expect.stringContaining(help) }
    await expect(storage.users.find('lena')).rejects.toMatchObject(unavailable)
    await expect(storage.migrate()).rejects.toMatchObject(unavailable)
  })

  test('goes away and comes back: the storage is unavailable, keeps what it answered, and works again', async () => {
    const other = await kind.start({ quick: false })
    const storage = open(await database('rollcall', other))
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

  test('ends a connection in the middle of a transaction: it is undone, and another takes its place', async () => {
    const storage = await migrated('ended')
    const ended = storage.transaction(async (tx) => {
      await tx.users.insert(lena('ended'))
      await kind.run(server.url(kind.first), kind.endTransactions)
      await tx.users.insert(lena('after'))
    })
    await expect(ended).rejects.toMatchObject({ fault: 'unavailable' })
    expect(await storage.users.findMany(['ended', 'after'])).toEqual([])
    expect(await storage.users.insert(lena('next'))).toBe('inserted')
  })

  test('turns a nested transaction away as busy when no connection is left, and goes on reading', async () => {
    const storage = await migrated('nested', 2)
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
  })

  test('lets nothing that is not awaited inside slip into the next transaction', async () => {
    const storage = await migrated('slipping')
    let escaped: Storage['answers'] | undefined
    await storage.transaction(async (tx) => {
      escaped = tx.answers
    })
    await expect(escaped?.find('a', 0)).rejects.toThrow('this transaction is over')
  })
})
