import type { Rollcall } from '@rollcall/core'
import { createCallerOf } from '@rollcall/http'
import { requestOf } from '@rollcall/http/node'
import type { RequestHandler } from 'express'

/**
 * `may('invoices.read')` lets a request through to the route behind it when whoever is signed in holds that right, and
 * leaves them in `res.locals.caller`. 401 for visitors, 403 for everybody else.
 */
export function createGuard(rollcall: Rollcall): (right: string) => RequestHandler {
  const callerOf = createCallerOf(rollcall)

  return (right) => async (req, res, next) => {
    const caller = await callerOf(requestOf(req), { clientAddress: req.ip })
    if (caller.kind !== 'user') return res.status(401).json({ error: 'not-signed-in' })
    if (!rollcall.access.can(caller, right)) return res.status(403).json({ error: 'not-allowed' })
    res.locals.caller = caller
    return next()
  }
}
