import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { HostSession, Rollcall } from '@rollcall/core'
import { RefusedError } from '@rollcall/core/refusals'
import { nameOf } from '@rollcall/core/rules'
import { createCallerOf, createHandler, type ResolveActor } from '@rollcall/http'
import { requestOf, toNodeHandler } from '@rollcall/http/node'
import express, { type Express, type Request } from 'express'
import session from 'express-session'
import passport from 'passport'
import { Strategy } from 'passport-local'
import { isPassword } from './accounts.ts'

const pages = join(import.meta.dirname, '../dist')

export function createApp(rollcall: Rollcall): Express {
  const signIn = new passport.Passport()
  signIn.use(
    new Strategy({ usernameField: 'email', passReqToCallback: true }, async (req, email, password, done) => {
      const client = { address: req.ip ?? null, agent: req.get('user-agent') ?? null }
      const attempt = { identifier: email, client }
      try {
        done(null, await rollcall.signIn.checkSignIn(attempt, async (user) => isPassword(user?.id, password)))
      } catch (error) {
        if (error instanceof RefusedError) done(null, false)
        else done(error)
      }
    }),
  )
  // What Rollcall asks for is all the session has to hold; Passport calls it `req.user`.
  signIn.serializeUser<HostSession>((user, done) => done(null, { ...(user as HostSession), confirmedAt: Date.now() }))
  signIn.deserializeUser<HostSession>((kept, done) => done(null, kept))

  // Passport says who is signed in on the request of Express, which comes along.
  const resolveActor: ResolveActor = (_request, env) => {
    const { user } = (env as { readonly incoming: Request }).incoming
    return (user as HostSession | undefined) ?? null
  }
  const callerOf = createCallerOf(rollcall, { resolveActor })

  const app = express()
  const secure = rollcall.baseUrl.protocol === 'https:'
  app.use(
    session({
      secret: randomBytes(32).toString('base64'),
      resave: false,
      saveUninitialized: false,
      cookie: { sameSite: 'lax', secure },
    }),
    signIn.session(),
  )

  // Before any body parser: the handler reads bodies itself.
  app.all('/api/rollcall/{*path}', toNodeHandler(createHandler(rollcall, { resolveActor })))

  app.post('/sign-in', express.json(), signIn.authenticate('local'), (_req, res) => {
    res.sendStatus(204)
  })
  app.post('/sign-out', (req, res, next) => {
    req.logout((error) => (error ? next(error) : res.sendStatus(204)))
  })

  app.get('/api/whoami', async (req, res) => {
    const caller = await callerOf(requestOf(req), { clientAddress: req.ip, incoming: req })
    if (caller.kind !== 'user') return res.status(401).json({ error: 'not-signed-in' })
    return res.json({ real: nameOf(caller.real.user), effective: nameOf(caller.effective.user) })
  })

  app.use(express.static(pages))
  return app
}
