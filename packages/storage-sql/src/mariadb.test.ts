import { testStorage } from '@rollcall/testing/conformance'
import mysql from 'mysql2/promise'
import { afterAll, beforeAll } from 'vitest'
import { type DatabaseServer, startMariadb } from '../../../scripts/database-servers.mjs'
import { mariadbStorage } from './mariadb.ts'

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
