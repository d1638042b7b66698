import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRollcall, type RollcallOptions } from '@rollcall/core'
import { createHandler } from '@rollcall/http'
import { toNodeHandler } from '@rollcall/http/node'
import { smtpMailer } from '@rollcall/mail'
import { argon2idHasher, memoryRateLimiter, nodeCryptography, nodeRandom, zxcvbnStrength } from '@rollcall/node'
import { sqliteStorage } from '@rollcall/storage-sql/sqlite'
import { openApps } from './apps.ts'
import { Complaint } from './complaint.ts'
import { type DemoAccount, prepare } from './data-folder.ts'
import { keepEvents } from './events.ts'
import { startMailServer } from './mail-server.ts'
import { pages } from './pages.ts'
import { policy } from './policy.ts'
import { seed } from './seed.ts'
import type { Settings } from './settings.ts'
import { textMessages } from './text-messages.ts'

const PRODUCT = 'Northwind App Store'

/** A running console. */
export interface Console {
  readonly url: string
  readonly accounts: readonly DemoAccount[]
  /** Answers what is under way, finishes the worker's round, closes the database. */
  stop(): Promise<void>
}

/** Starts everything, seeding a new folder first. Throws a `Complaint` or `StorageError` that says what to do. */
export async function startConsole(settings: Settings, assets: string, say: (line: string) => void): Promise<Console> {
  // The port first: whoever has it may be this demo, with the same folder open.
  const server = createServer()
  const url = await listen(server, settings.port)
  const undo: (() => unknown)[] = [() => close(server)]
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    const data = prepare(settings.folder, settings.reset)
    const mailServer = await startMailServer(data.mails)
    undo.push(mailServer.stop)
    const mailer = smtpMailer({
      transport: { host: '127.0.0.1', port: mailServer.port, secure: false, ignoreTLS: true },
      from: 'no-reply@northwind.example',
      brand: { name: PRODUCT, accent: '#0f766e', supportAddress: 'help@northwind.example' },
    })
    undo.push(mailer.close)
    const storage = sqliteStorage({ file: data.database })
    undo.push(storage.close)
    await storage.migrate()

    const apps = openApps(data.apps)
    const texts = textMessages(PRODUCT)
    const events = keepEvents(({ type, userId }) => {
      if (type === 'user.deleted') apps.forgetPerson(userId)
    })
    const options: RollcallOptions = {
      policy,
      storage,
      mailer,
      hasher: argon2idHasher(),
      strength: zxcvbnStrength(),
      cryptography: nodeCryptography(),
      random: nodeRandom(),
      secrets: [data.secret()],
      baseUrl: url,
      channels: { 'text-message': texts.channel },
      events: events.sink,
    }
    if (data.accounts() === null) {
      say('Seeding thirteen months of an app store …')
      data.keepAccounts(await seed(options, apps))
    }
    const accounts = data.accounts() ?? []
    const rollcall = createRollcall(options)
    for (const { id, name } of apps.all()) await rollcall.resources.put({ id, type: 'app', name })
    undo.push(rollcall.worker.start().stop)
    // Everybody who visits the demo comes from one address.
    const limiter = memoryRateLimiter({ 'sign-in': { points: 600, overall: 3_000, seconds: 60 } })
    const handler = createHandler(rollcall, { limiter })
    const outgoing = { mails: mailServer.mails, texts: texts.all, events: events.all }
    server.on('request', toNodeHandler(pages({ rollcall, handler, apps, assets, accounts, outgoing })))
    return { url, accounts, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Loopback only: mails and text messages are open to whoever can call, and the passwords are printed. */
async function listen(server: Server, port: number): Promise<string> {
  server.listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : String(error)
    const why = code === 'EADDRINUSE' ? 'is in use; the demo may be running already' : `cannot be used (${code})`
    throw new Complaint(`Port ${port} ${why}. Another one: npm run demo -- --port ${port < 65_535 ? port + 1 : 4700}`)
  }
  return `http://localhost:${(server.address() as AddressInfo).port}`
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
