import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { createConnection, type RowDataPacket } from 'mysql2/promise'
import pg from 'pg'
import { startMariadb, startPostgres } from '../../../scripts/database-servers.mjs'
import { storageAt } from './storage-at.ts'

type Row = Readonly<Record<string, unknown>>

/** A migrated database of a test's own, looked into past all that is tested. */
export interface TestDatabase {
  /** As `storageAt` takes it, in any process. */
  readonly address: string
  /** One statement, in words that every engine knows, on a connection of its own. */
  query(statement: string): Promise<Row[]>
  /** Ends the server as a power cut would, and starts it again; null where there is none. */
  readonly restart: (() => Promise<void>) | null
  close(): Promise<void>
}

/** An engine, for what must be true of all. */
export interface TestEngine {
  readonly name: string
  /** `durable`: commits wait for the disk, as they do unless they are told not to. */
  start(options?: { readonly durable?: boolean }): Promise<TestDatabase>
}

const sqlite: TestEngine = {
  name: 'SQLite',
  async start() {
    const directory = mkdtempSync(join(tmpdir(), 'rollcall-'))
    const file = join(directory, 'rollcall.db')
    const query = async (statement: string) => {
      const database = new Database(file, { timeout: 10_000 })
      try {
        const prepared = database.prepare(statement)
        if (prepared.reader) return prepared.all() as Row[]
        prepared.run()
        return []
      } finally {
        database.close()
      }
    }
    return migrated(file, query, null, async () => rmSync(directory, { recursive: true }))
  },
}

const postgres: TestEngine = {
  name: 'PostgreSQL',
  async start({ durable = false } = {}) {
    const server = await startPostgres({ quick: !durable })
    const address = server.url('postgres')
    const query = async (statement: string) => {
      const client = new pg.Client({ connectionString: address, options: '-c search_path=rollcall' })
      await client.connect()
      try {
        return (await client.query<Row>(statement)).rows
      } finally {
        await client.end()
      }
    }
    return migrated(address, query, restarted(server), () => server.stop())
  },
}

const mariadb: TestEngine = {
  name: 'MariaDB',
  async start({ durable = false } = {}) {
    const server = await startMariadb({ quick: !durable })
    const address = server.url('rollcall')
    const query = async (statement: string, uri = address) => {
      const connection = await createConnection({ uri, supportBigNumbers: true })
      try {
        const [rows] = await connection.query<RowDataPacket[]>(statement)
        return Array.isArray(rows) ? rows : []
      } finally {
        await connection.end()
      }
    }
    await query('CREATE DATABASE rollcall', server.url(''))
    return migrated(address, query, restarted(server), () => server.stop())
  },
}

export const engines: readonly TestEngine[] = [sqlite, postgres, mariadb]

type Server = Awaited<ReturnType<typeof startPostgres>>

const restarted = (server: Server) => async () => {
  await server.kill()
  await server.start()
}

async function migrated(
  address: string,
  query: TestDatabase['query'],
  restart: TestDatabase['restart'],
  close: () => Promise<void>,
): Promise<TestDatabase> {
  const storage = storageAt(address)
  await storage.migrate()
  await storage.close()
  return { address, query, restart, close }
}
