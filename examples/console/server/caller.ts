import type { Actor, Rollcall } from '@rollcall/core'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'

/** What the adapter tells of a request. */
export interface Bindings {
  readonly clientAddress: string | null
}

/**
 * Who calls one of the host's own routes: by an API token, or by the cookie Rollcall keeps the session in. What is asked
 * goes with it: while somebody acts as somebody else, each request is written down.
 */
export async function callerOf(rollcall: Rollcall, c: Context<{ Bindings: Bindings }>): Promise<Actor> {
  const client = {
    address: c.env.clientAddress,
    agent: c.req.header('user-agent') ?? null,
    request: `${c.req.method} ${c.req.path}`,
  }
  const bearer = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  // Browsers add the cookie whatever page asks; only this site's own may change something by it.
  const ours = c.req.method === 'GET' || c.req.header('origin') === rollcall.baseUrl.origin
  const token = bearer ?? (ours ? getCookie(c, 'rollcall') : undefined)
  const actor = token ? await rollcall.sessions.authenticate(token, client) : null
  return actor ?? rollcall.anonymous(client)
}
