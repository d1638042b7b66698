import type { Rollcall, UserActor } from '@rollcall/core'
import type { Request, RequestHandler } from 'express'

/**
 * `may('invoices.read')` lets a request through to the route behind it when whoever is signed in holds that right, and
 * leaves them in `res.locals.caller`. 401 for visitors, 403 for everybody else.
 */
export function createGuard(rollcall: Rollcall): (right: string) => RequestHandler {
  const { origin, protocol } = rollcall.baseUrl
  const cookie = new RegExp(`(?:^|; )${protocol === 'https:' ? '__Host-rollcall' : 'rollcall'}=([^;]+)`)

  async function callerOf(req: Request): Promise<UserActor | null> {
    // Browsers add the cookie whatever page asks; only our own may change something by it.
    if (req.method !== 'GET' && req.get('origin') !== origin) return null
    const token = cookie.exec(req.headers.cookie ?? '')?.[1]
    const request = `${req.method} ${req.baseUrl}${req.path}`
    const client = { address: req.ip ?? null, agent: req.get('user-agent') ?? null, request }
    return token ? rollcall.sessions.authenticate(token, client) : null
  }

  return (right) => async (req, res, next) => {
    const caller = await callerOf(req)
    if (!caller) return res.status(401).json({ error: 'not-signed-in' })
    if (!rollcall.access.can(caller, right)) return res.status(403).json({ error: 'not-allowed' })
    res.locals.caller = caller
    return next()
  }
}
