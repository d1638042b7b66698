import { testStorage } from '@rollcall/testing/conformance'
import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { type DatabaseServer, startPostgres } from '../../../scripts/database-servers.mjs'
import { postgresStorage } from './postgres.ts'

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
