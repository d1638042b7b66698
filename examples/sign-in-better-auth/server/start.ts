import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRollcall, type Mailer } from '@rollcall/core'
import { ladder } from '@rollcall/core/presets'
import { toNodeHandler } from '@rollcall/http/node'
import { argon2idHasher, nodeCryptography } from '@rollcall/node'
import { sqliteStorage } from '@rollcall/storage-sql/sqlite'
import { createApp } from './app.ts'
import { createAuth } from './auth.ts'

const PEOPLE = [
  { email: 'ada@northwind.example', name: 'Ada Quist', role: 'system-administrator' },
  { email: 'lena@northwind.example', name: 'Lena Vogt', role: 'minimal-user' },
  { email: 'tomasz@northwind.example', name: 'Tomasz Wójcik', role: 'minimal-user' },
]
const PASSWORD = 'seven green boats'

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
  const auth = createAuth(rollcall)
  const host = rollcall.host('northwind')
  for (const { email, name, role } of PEOPLE) {
    const { user } = await auth.api.signUpEmail({ body: { email, name, password: PASSWORD } })
    const { id: userId, version } = await rollcall.users.getUser(host, { userId: user.id })
    await rollcall.access.setGrants(host, { userId, scope: null, roles: [role], version })
  }
  const worker = rollcall.worker.start()
  const app = createApp(rollcall, auth)
  server.on(
    'request',
    toNodeHandler(async (request, env) => app.fetch(request, env as object)),
  )

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
