import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Rollcall } from '@rollcall/core'
import { nameOf } from '@rollcall/core/rules'
import { createCallerOf, createHandler } from '@rollcall/http'
import { Hono } from 'hono'
import { type Auth, sessionOf } from './auth.ts'

const pages = join(import.meta.dirname, '../dist')

export function createApp(rollcall: Rollcall, auth: Auth): Hono {
  const resolveActor = (request: Request) => sessionOf(auth, request)
  const handler = createHandler(rollcall, { resolveActor })
  const callerOf = createCallerOf(rollcall, { resolveActor })

  const app = new Hono()
  app.all('/api/auth/*', (c) => auth.handler(c.req.raw))
  app.all('/api/rollcall/*', (c) => handler(c.req.raw, c.env))

  app.get('/api/whoami', async (c) => {
    const caller = await callerOf(c.req.raw, c.env)
    if (caller.kind !== 'user') return c.json({ error: 'not-signed-in' }, 401)
    return c.json({ real: nameOf(caller.real.user), effective: nameOf(caller.effective.user) })
  })

  app.use(serveStatic({ root: pages }))
  return app
}
