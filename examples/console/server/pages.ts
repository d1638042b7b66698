import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Rollcall } from '@rollcall/core'
import type { Handler } from '@rollcall/http'
import { Hono } from 'hono'
import { appRoutes } from './app-routes.ts'
import type { Apps } from './apps.ts'
import type { Bindings } from './caller.ts'
import type { DemoAccount } from './data-folder.ts'
import { demoRoutes, type Outgoing } from './demo-routes.ts'

interface Parts {
  readonly rollcall: Rollcall
  /** Rollcall over HTTP. */
  readonly handler: Handler
  readonly apps: Apps
  /** The built pages. */
  readonly assets: string
  readonly accounts: readonly DemoAccount[]
  readonly outgoing: Outgoing
}

const PAGE_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

/** The host's own HTTP: its pages and routes, Rollcall under them, and the tools of the demo. */
export function pages({ rollcall, handler, apps, assets, accounts, outgoing }: Parts): Handler {
  const app = new Hono<{ Bindings: Bindings }>()
  app.all('/api/rollcall/*', (c) => handler(c.req.raw, c.env))

  app.use(async (c, next) => {
    await next()
    c.header('referrer-policy', 'no-referrer')
    c.header('x-content-type-options', 'nosniff')
    if (!c.res.headers.has('content-security-policy')) c.header('content-security-policy', PAGE_POLICY)
  })
  app.route('/api/apps', appRoutes(rollcall, apps))
  app.all('/api/*', (c) => c.json({ error: 'not-found' }, 404))
  app.route('/demo', demoRoutes(accounts, outgoing))

  const index = readFileSync(join(assets, 'index.html'), 'utf8')
  app.get('/assets/*', serveStatic({ root: assets }))
  app.get('*', (c) => c.html(index))
  return async (request, env) => app.fetch(request, env as Bindings)
}
