import { testStorage } from '@rollcall/testing/conformance'
import mysql from 'mysql2/promise'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
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
  await Promise.all(opened.splice(0).map((storage) => storage.close()))
})

function handle(options: MariadbOptions): SqlStorage {
  const storage = mariadbStorage(options)
  opened.push(storage)
  return storage
}

test('a migration waits for one that is under way', async () => {
  const uri = await database('under_way')
  await admin.query("SELECT get_lock('rollcall under_way', 1)")
  let over = false
  const migrating = handle({ uri })
    .migrate()
    .then(() => (over = true))
  const waits = async () => {
    const [rows] = await admin.query<mysql.RowDataPacket[]>(
      "SELECT 1 FROM information_schema.processlist WHERE state = 'User lock'",
    )
    expect(rows).toHaveLength(1)
  }
  await vi.waitFor(waits, { timeout: 5_000 })
  expect(over).toBe(false)
  await admin.query("SELECT release_lock('rollcall under_way')")
  await migrating
  await handle({ uri }).check()
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

test('a server is spoken to the same way whatever its own settings are', async () => {
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
