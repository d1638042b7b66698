import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import mysql from 'mysql2/promise'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type DatabaseServer,
  findMariadb,
  findPostgres,
  startMariadb,
  startPostgres,
} from '../../../../scripts/database-servers.mjs'
import { heard, startChild } from '../children.ts'
import { lena } from '../lena.ts'
import { mariadbStorage } from '../mariadb.ts'
import { TABLES } from '../migrations/migrate.ts'
import { postgresStorage } from '../postgres.ts'
import type { SqlStorage } from '../sql-storage.ts'
import { sqliteStorage } from '../sqlite.ts'
import { type CopyProgress, type CopyReport, copyStorage } from './copy-storage.ts'
import { fillEveryTable } from './every-table.ts'

let postgres: DatabaseServer | undefined
let mariadb: DatabaseServer | undefined

beforeAll(async () => {
  if (findPostgres()) postgres = await startPostgres()
  if (findMariadb()) mariadb = await startMariadb()
}, 120_000)
afterAll(() => Promise.all([postgres?.stop(), mariadb?.stop()]))

/** Those that are installed. */
const engines = [
  'SQLite',
  ...(findPostgres() ? (['PostgreSQL'] as const) : []),
  ...(findMariadb() ? (['MariaDB'] as const) : []),
] as const

let directory: string
const opened: SqlStorage[] = []

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'rollcall-'))
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map((storage) => storage.close()))
  rmSync(directory, { recursive: true })
})

function kept<Handle extends SqlStorage>(storage: Handle): Handle {
  opened.push(storage)
  return storage
}

const path = (name: string) => join(directory, `${name}.db`)
const inFile = (name: string) => kept(sqliteStorage({ file: path(name) }))

function urlOf(server: DatabaseServer | undefined, database: string): string {
  if (!server) throw new TypeError('this server is not installed')
  return server.url(database)
}

/** Where a new database of each engine is. */
const places = {
  SQLite: async (name: string) => path(name),
  async PostgreSQL(name: string) {
    const admin = new pg.Client(urlOf(postgres, 'postgres'))
    await admin.connect()
    await admin.query(`CREATE DATABASE ${name}`)
    await admin.end()
    return urlOf(postgres, name)
  },
  async MariaDB(name: string) {
    const admin = await mysql.createConnection(urlOf(mariadb, ''))
    await admin.query(`CREATE DATABASE ${name}`)
    await admin.end()
    return urlOf(mariadb, name)
  },
}

const opening = {
  SQLite: (file: string) => kept(sqliteStorage({ file })),
  PostgreSQL: (connectionString: string) => kept(postgresStorage({ connectionString })),
  MariaDB: (uri: string) => kept(mariadbStorage({ uri })),
}

async function filled(name: string): Promise<SqlStorage> {
  const storage = inFile(name)
  await storage.migrate()
  await fillEveryTable(storage)
  return storage
}

/** All that a file holds, read by the driver alone. */
function contentsOf(name: string): Record<string, unknown[]> {
  const database = new Database(path(name))
  const contents = TABLES.map((table) => {
    const columns = Object.keys(table.columns).map((column) => `"${column}"`)
    const order = table.primary.map((column) => `"${column}"`)
    const rows = database.prepare(`SELECT ${columns} FROM "${table.name}" ORDER BY ${order}`).all([])
    return [table.name, rows] as const
  })
  database.close()
  return Object.fromEntries(contents)
}

describe('copying', () => {
  test('every table goes from one engine to the next and back into a file, and comes back byte for byte', async () => {
    const first = await filled('first')
    const chain = [first]
    for (const engine of engines) chain.push(opening[engine](await places[engine]('round')))
    chain.push(inFile('last'))
    const reports: CopyReport[] = []
    for (const [index, to] of chain.slice(1).entries()) reports.push(await copyStorage(chain[index] as SqlStorage, to))
    const source = contentsOf('first')
    expect(Object.values(source).filter((rows) => rows.length === 0)).toEqual([])
    expect(contentsOf('last')).toEqual(source)
    for (const report of reports) expect(report).toEqual(reports[0])
    expect(reports[0]?.tables.map(({ table, rows }) => [table, rows])).toEqual(
      Object.entries(source).map(([table, rows]) => [table, rows.length]),
    )
  }, 120_000)

  test.each(engines)('within %s it is told page by page how far it is, in both steps to the end', async (engine) => {
    const name = `progress_${engine.toLowerCase()}`
    const source = opening[engine](await places[engine](`${name}_from`))
    await source.migrate()
    for (const id of ['lena', 'leo']) await source.users.insert(lena(id))
    const target = opening[engine](await places[engine](`${name}_to`))
    const told: CopyProgress[] = []
    await copyStorage(source, target, { onProgress: (progress) => told.push(progress) })
    const last = (step: string) => told.findLast((progress) => progress.step === step)
    // Each of the two has an address to sign in with and a role.
    expect(last('copying')).toMatchObject({ done: 8, of: 8 })
    expect(last('verifying')).toMatchObject({ done: 16, of: 16 })
    expect(await target.users.find('leo')).toEqual(await source.users.find('leo'))
  })

  test('people are found in the target by what they are called and sign in with', async () => {
    const source = inFile('source')
    await source.migrate()
    await source.users.insert(lena())
    const target = inFile('target')
    await copyStorage(source, target)
    expect(await target.users.findByKey('lena@lena.example')).toMatchObject({ id: 'lena' })
    const database = new Database(path('target'))
    const found = database.prepare("SELECT rowid FROM user_search WHERE user_search MATCH 'bra'").all([])
    database.close()
    expect(found).toHaveLength(1)
  })
})

describe('refusing', () => {
  test.each(engines)('a target in %s that is not empty is left as it is', async (engine) => {
    const source = await filled('source')
    const target = opening[engine](await places[engine](`taken_${engine.toLowerCase()}`))
    await target.migrate()
    await target.users.insert(lena())
    await expect(copyStorage(source, target)).rejects.toMatchObject({
      fault: 'target-not-empty',
      message: expect.stringContaining('name an empty database'),
    })
    expect(await target.users.find('lena')).not.toBeNull()
    expect(await target.users.findMany(['0001  '])).toEqual([])
  })

  /** What happens to the source while it is copied, once rows of that table have been. */
  type Move = [what: string, engine: (typeof engines)[number], after: string, sql: string]
  const moves: Move[] = [
    ['a row that was read changes', 'SQLite', 'sessions', "UPDATE credentials SET hash = 'other'"],
    ['a row goes', 'SQLite', 'outbox', 'DELETE FROM api_tokens'],
    ['a row is read twice, under two keys', 'SQLite', 'tokens', "UPDATE tokens SET id = 'z' || id"],
    ...engines.map((engine): Move => ['a row comes that refers to one that came late', engine, 'grants', newcomer()]),
  ]

  function newcomer(): string {
    const columns = TABLES.find(({ name }) => name === 'users')?.columns ?? {}
    const names = Object.keys(columns).filter((name) => name !== 'id')
    return `INSERT INTO users (id, ${names}) SELECT 'new', ${names} FROM users LIMIT 1;
      INSERT INTO group_members (group_id, user_id) SELECT id, 'new' FROM "groups" LIMIT 1`
  }

  test.each(moves)(
    'a source that moves is refused, and the target stays empty: %s (%s)',
    async (_, engine, after, sql) => {
      const source = await filled('source')
      const target = opening[engine](await places[engine](`moved_${engine.toLowerCase()}`))
      let moved = false
      const onProgress = ({ table }: CopyProgress) => {
        if (moved || table !== after) return
        moved = true
        const database = new Database(path('source'))
        database.exec(sql)
        database.close()
      }
      await expect(copyStorage(source, target, { onProgress })).rejects.toMatchObject({
        fault: 'source-moved',
        message: 'the source moved while it was copied; stop the processes that write and run it again',
      })
      expect(await target.users.findByKey('lena@lena.example')).toBeNull()
      expect((await copyStorage(source, target)).tables[0]?.rows).toBeGreaterThanOrEqual(150)
    },
  )

  test('a target that keeps other bytes than it is given is found out, and left empty', async () => {
    const source = await filled('source')
    const target = inFile('target')
    await target.migrate()
    const database = new Database(path('target'))
    database.exec('CREATE TRIGGER trimming AFTER INSERT ON seals BEGIN UPDATE seals SET root = trim(root); END')
    await expect(copyStorage(source, target)).rejects.toMatchObject({
      fault: 'copy-differs',
      message: expect.stringContaining('the table seals'),
    })
    database.exec('DROP TRIGGER trimming')
    database.close()
    await copyStorage(source, target)
  })

  test('a source without a schema is named so, and the target is not touched', async () => {
    await expect(copyStorage(inFile('nothing'), inFile('target'))).rejects.toMatchObject({ fault: 'schema-outdated' })
    await expect(inFile('target').check()).rejects.toMatchObject({ fault: 'schema-outdated' })
  })

  test('a storage that was not made here is refused as such', async () => {
    await expect(copyStorage({ ...inFile('source') }, inFile('target'))).rejects.toThrow('pass it as it was made')
  })
})

test.each(engines)(
  'a copy to %s that was killed leaves nothing behind and is simply run again',
  async (engine) => {
    const source = await filled('source')
    const place = await places[engine](`killed_${engine.toLowerCase()}`)
    for (const step of ['copying', 'verifying']) {
      const child = startChild('./copy/copying.child.ts', path('source'), engine, place, step)
      await expect(heard(child)).rejects.toThrow('SIGKILL')
      const target = opening[engine](place)
      expect(await target.resources.list()).toEqual([])
    }
    const { tables } = await copyStorage(source, opening[engine](place))
    expect(tables.map(({ rows }) => rows)).toEqual(Object.values(contentsOf('source')).map((rows) => rows.length))
  },
  120_000,
)
