import type { Storage } from '@rollcall/core'
import { testStorage } from '@rollcall/testing/conformance'
import mysql from 'mysql2/promise'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { type DatabaseServer, startMariadb } from '../../../scripts/database-servers.mjs'
import { lena } from './lena.ts'
import { type MariadbOptions, mariadbStorage, type SqlStorage } from './mariadb.ts'

let server: DatabaseServer
let admin: mysql.Connection
let tables: string[]

beforeAll(async () => {
  server = await startMariadb()
  admin = await mysql.createConnection({ uri: server.url(''), multipleStatements: true })
  await admin.query('CREATE DATABASE rollcall; USE rollcall; SET foreign_key_checks = 0')
  const storage = open()
  await storage.migrate()
  await storage.close()
  const [rows] = await admin.query<mysql.RowDataPacket[]>("SHOW FULL TABLES WHERE Table_type = 'BASE TABLE'")
  tables = rows.map((row) => row.Tables_in_rollcall).filter((name) => name !== 'guards' && name !== 'migrations')
}, 60_000)

afterAll(async () => {
  await admin.end()
  await server.stop()
})

const open = () => mariadbStorage({ uri: server.url('rollcall') })

testStorage('MariaDB', {
  create: async () => open(),
  open: async () => open(),
  async destroy(storage) {
    await storage.close()
    await admin.query(tables.map((name) => `DELETE FROM \`${name}\``).join(';'))
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

function handle(options: MariadbOptions): SqlStorage {
  const storage = mariadbStorage(options)
  opened.push(storage)
  return storage
}

describe('the schema', () => {
  test('four handles that migrate a new database at once all succeed, and each migration is applied once', async () => {
    const uri = await database('at_once')
    const handles = Array.from({ length: 4 }, () => handle({ uri }))
    const reports = await Promise.all(handles.map((storage) => storage.migrate()))
    expect(reports.flatMap(({ applied }) => applied)).toEqual(['0001-first-tables'])
    await Promise.all(handles.map((storage) => storage.check()))
  })

  test('a migration that died half-way is no schema, and the next run completes it', async () => {
    const uri = await database('half_way')
    await handle({ uri }).migrate()
    await admin.query(
      'USE half_way; DROP TABLE audit_entries; DROP VIEW held_grants; DELETE FROM migrations; USE rollcall',
    )
    const storage = handle({ uri })
    const outdated = { fault: 'schema-outdated', message: expect.stringContaining('`rollcall migrate`') }
    await expect(storage.users.find('lena')).rejects.toMatchObject(outdated)
    expect((await storage.migrate()).applied).toEqual(['0001-first-tables'])
    expect(await storage.users.insert(lena())).toBe('inserted')
    expect(await storage.users.countHolders(['admin'])).toBe(1)
    expect(await storage.audit.countUnsealed()).toBe(0)
  })

  test('a newer one is refused', async () => {
    const uri = await database('newer')
    await handle({ uri }).migrate()
    await admin.query("INSERT INTO newer.migrations (name) VALUES ('9999-from-the-future')")
    const newer = { fault: 'schema-newer', message: expect.stringContaining('9999-from-the-future') }
    await expect(handle({ uri }).users.find('lena')).rejects.toMatchObject(newer)
    await expect(handle({ uri }).migrate()).rejects.toMatchObject(newer)
  })
})

describe('the server', () => {
  test.each([
    ['nobody listens', () => 'mysql://root@127.0.0.1:1/rollcall', 'check the connection string'],
    ['the database is not there', () => server.url('nowhere'), 'create it'],
    ['the user may not in', () => server.url('rollcall').replace('root@', 'stranger@'), 'check the connection string'],
  ])('where %s, the storage is unavailable, with a message that helps', async (_, uri, help) => {
    const storage = handle({ uri: uri() })
    const unavailable = { fault: 'unavailable', message: expect.stringContaining(help) }
    await expect(storage.users.find('lena')).rejects.toMatchObject(unavailable)
    await expect(storage.migrate()).rejects.toMatchObject(unavailable)
  })

  test('goes away and comes back: the storage is unavailable, keeps what it answered, and works again', async () => {
    const other = await startMariadb({ quick: false })
    const creating = await mysql.createConnection(other.url(''))
    await creating.query('CREATE DATABASE rollcall')
    await creating.end()
    const storage = handle({ uri: other.url('rollcall') })
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
    const storage = handle({ uri: server.url('rollcall') })
    const ended = storage.transaction(async (tx) => {
      await tx.users.insert(lena('ended'))
      const [running] = await admin.query<mysql.RowDataPacket[]>(
        'SELECT trx_mysql_thread_id AS id FROM information_schema.innodb_trx',
      )
      for (const { id } of running) await admin.query(`KILL ${id}`)
      await tx.users.insert(lena('after'))
    })
    await expect(ended).rejects.toMatchObject({ fault: 'unavailable' })
    expect(await storage.users.findMany(['ended', 'after'])).toEqual([])
    expect(await storage.users.insert(lena('next'))).toBe('inserted')
    await storage.users.remove('next')
  })

  test('is spoken to the same way whatever its own settings are', async () => {
    const uri = await database('settings')
    await handle({ uri }).migrate()
    await admin.query("SET GLOBAL sql_mode = '', GLOBAL group_concat_max_len = 4, GLOBAL tx_isolation = 'SERIALIZABLE'")
    const storage = handle({ uri })
    const long = { ...lena(), keys: { ...lena().keys, name: 'x'.repeat(401) } }
    await expect(storage.users.insert(long)).rejects.toThrow('too long')
    await storage.users.insert(lena())
    await storage.groups.insert({
      id: 'g',
      name: 'G',
      description: '',
      domains: ['lena.example'],
      grants: [{ role: 'a-long-name', scope: 'r' }],
      createdAt: 0,
      version: 1,
    })
    expect((await storage.users.find('lena'))?.grants).toHaveLength(2)
    await admin.query(
      'SET GLOBAL sql_mode = DEFAULT, GLOBAL group_concat_max_len = DEFAULT, GLOBAL tx_isolation = DEFAULT',
    )
  })
})

describe('transactions', () => {
  test('one nested in another is turned away as busy when no connection is left, and reads go on', async () => {
    const storage = handle({ uri: server.url('rollcall'), connections: 2 })
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

  test('what is not awaited inside cannot slip into the next one', async () => {
    const storage = handle({ uri: server.url('rollcall') })
    let escaped: Storage['answers'] | undefined
    await storage.transaction(async (tx) => {
      escaped = tx.answers
    })
    await expect(escaped?.find('a', 0)).rejects.toThrow('this transaction is over')
  })
})
