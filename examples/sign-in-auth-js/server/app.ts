import { join } from 'node:path'
import { ExpressAuth } from '@auth/express'
import type { Rollcall } from '@rollcall/core'
import { nameOf } from '@rollcall/core/rules'
import { createCallerOf, createHandler } from '@rollcall/http'
import { requestOf, toNodeHandler } from '@rollcall/http/node'
import express, { type Express } from 'express'
import { authConfig, sessionOf } from './auth.ts'

const pages = join(import.meta.dirname, '../dist')

export function createApp(rollcall: Rollcall): Express {
  const resolveActor = (request: Request) => sessionOf(rollcall, request)
  const callerOf = createCallerOf(rollcall, { resolveActor })

  const app = express()
  // Before any body parser: the handler reads bodies itself.
  app.all('/api/rollcall/{*path}', toNodeHandler(createHandler(rollcall, { resolveActor })))

  app.use('/auth', (req, res, next) => ExpressAuth(authConfig(rollcall, req.ip ?? null))(req, res, next))

  app.get('/api/whoami', async (req, res) => {
    const caller = await callerOf(requestOf(req), { clientAddress: req.ip })
    if (caller.kind !== 'user') return res.status(401).json({ error: 'not-signed-in' })
    return res.json({ real: nameOf(caller.real.user), effective: nameOf(caller.effective.user) })
  })

  app.use(express.static(pages))
  return app
}
