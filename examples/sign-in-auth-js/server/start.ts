import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRollcall, type Mailer } from '@rollcall/core'
import { ladder } from '@rollcall/core/presets'
import { argon2idHasher, nodeCryptography } from '@rollcall/node'
import { sqliteStorage } from '@rollcall/storage-sql/sqlite'
import { PEOPLE } from './accounts.ts'
import { createApp } from './app.ts'

/** `smtpMailer` of `@rollcall/mail` sends them. */
const mailer: Mailer = {
  async send({ to }, { template }) {
    console.log(`Mail to ${to.address}: ${template}`)
  },
}

/** Northwind, with a database that goes when it stops. Port 0 takes any free one. */
export async function start(port: number) {
  const server = createServer()
  await once(server.listen(port, 'localhost'), 'listening')
  const url = `http://localhost:${(server.address() as AddressInfo).port}`

  const folder = mkdtempSync(join(tmpdir(), 'northwind-'))
  const storage = sqliteStorage({ file: join(folder, 'rollcall.sqlite') })
  await storage.migrate()
  const rollcall = createRollcall({
    policy: { ...ladder, signIn: { ...ladder.signIn, host: { name: 'Northwind', startUrl: '/' } } },
    storage,
    mailer,
    hasher: argon2idHasher(),
    cryptography: nodeCryptography(),
    secrets: [randomBytes(32)],
    baseUrl: url,
  })
  for (const { role, ...person } of PEOPLE) {
    await rollcall.users.createUser(rollcall.host('northwind'), { ...person, grants: [{ role, scope: null }] })
  }
  const worker = rollcall.worker.start()
  server.on('request', createApp(rollcall))

  return {
    url,
    async stop() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
      await worker.stop()
      await storage.close()
      rmSync(folder, { recursive: true })
    },
  }
}
