import { createRollcall, type RollcallOptions } from '@rollcall/core'
import { createHandler, type Handler } from '@rollcall/http'
import { smtpMailer } from '@rollcall/mail'
import { argon2idHasher, memoryRateLimiter, nodeCryptography, nodeRandom, zxcvbnStrength } from '@rollcall/node'
import { csvParser } from '@rollcall/node/csv'
import { sqliteStorage } from '@rollcall/storage-sql/sqlite'
import { createWorld } from '@rollcall/testing'
import { Hono } from 'hono'
import type { Bindings } from './caller.ts'
import type { Account, DataFolder } from './data-folder.ts'
import { demoRoutes } from './demo-routes.ts'
import { startMailServer } from './mail-server.ts'
import type { Host, Product } from './product.ts'

/** A product that answers. */
export interface OpenProduct {
  readonly id: string
  readonly name: string
  readonly accounts: readonly Account[]
  /** Everything below its first part of the path, but for its pages. */
  readonly routes: Hono<{ Bindings: Bindings }>
}

/**
 * Puts a product together, as any host does: storage, mail, policy, its own records. What has to be closed again goes
 * on `undo`, also when a later step fails.
 */
export async function openProduct(
  product: Product,
  data: DataFolder,
  url: string,
  say: (line: string) => void,
  undo: (() => unknown)[],
): Promise<OpenProduct> {
  const { id, name, policy, accent, usersPage } = product
  const at = `/${id}`
  const mailServer = await startMailServer(data.mails)
  undo.push(mailServer.stop)
  const mailer = smtpMailer({
    transport: { host: '127.0.0.1', port: mailServer.port, secure: false, ignoreTLS: true },
    from: 'no-reply@northwind.example',
    brand: { name, accent, supportAddress: 'help@northwind.example' },
  })
  undo.push(mailer.close)
  const storage = sqliteStorage({ file: data.database })
  undo.push(storage.close)
  await storage.migrate()

  const host = product.open(data.records)
  const signOn = await product.signOn?.(`${url}${at}`)
  if (signOn) undo.push(signOn.stop)
  const options: RollcallOptions = {
    policy,
    storage,
    mailer,
    hasher: argon2idHasher(),
    strength: zxcvbnStrength(),
    cryptography: nodeCryptography(),
    random: nodeRandom(),
    csv: csvParser(),
    secrets: [data.secret()],
    baseUrl: url,
    links: {
      registration: `${at}/register#token={token}`,
      reset: `${at}/reset-password#token={token}`,
      emailChange: `${at}/confirm-email#token={token}`,
      signIn: `${at}/sign-in`,
      forgotPassword: `${at}/forgot-password`,
      users: at + usersPage,
    },
    ...(signOn ? { identityProviders: [signOn.identityProvider] } : {}),
    ...host.options,
  }
  if (data.accounts() === null) {
    say(`Seeding thirteen months of ${name} …`)
    data.keepAccounts(await seed(host, options))
  }
  const accounts = data.accounts() ?? []
  const rollcall = createRollcall(options)
  await host.register?.(rollcall)
  undo.push(rollcall.worker.start().stop)
  // Everybody who visits the demo comes from one address.
  const limiter = memoryRateLimiter({ 'sign-in': { points: 600, overall: 3_000, seconds: 60 } })
  const handler = sessionsBelow(at, createHandler(rollcall, { limiter, basePath: `${at}/api/rollcall` }))

  const routes = new Hono<{ Bindings: Bindings }>()
  routes.all('/api/rollcall/*', (c) => handler(c.req.raw, c.env))
  routes.route('/api', host.routes(rollcall))
  routes.all('/api/*', (c) => c.json({ error: 'not-found' }, 404))
  routes.route('/demo', demoRoutes(mailServer.mails, host.outgoing))
  return { id, name, accounts, routes }
}

/** Every invitation goes out by SMTP, every password is hashed; what is told then is no news to the host. */
async function seed(host: Host, { clock: _, events: __, ...options }: RollcallOptions): Promise<readonly Account[]> {
  const world = createWorld({ ...options, now: Date.now() })
  const shown = await host.seed(world)
  return Promise.all(
    shown.map(async (one) => {
      const account = world.accounts.find(({ email }) => email === one.email)
      if (!account) throw new Error(`The scenario has nobody at ${one.email}.`)
      const { userId, password } = account
      const { username } = await world.rollcall.users.getUser(world.rollcall.host('demo'), { userId })
      return { ...one, identifier: username ?? one.email, password }
    }),
  )
}

/** The products share a site and so its cookies: a session reaches no further than the product it was opened in. */
function sessionsBelow(at: string, handler: Handler): Handler {
  return async (request, env) => {
    const answer = await handler(request, env)
    const cookies = answer.headers.getSetCookie()
    answer.headers.delete('set-cookie')
    for (const cookie of cookies) answer.headers.append('set-cookie', cookie.replace('Path=/;', `Path=${at};`))
    return answer
  }
}
