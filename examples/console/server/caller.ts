import type { Actor, Rollcall } from '@rollcall/core'
import { createCallerOf } from '@rollcall/http'
import type { Context } from 'hono'

/** What the adapter tells of a request. */
export interface Bindings {
  readonly clientAddress: string | null
}

/** Who calls one of the host's own routes: by an API token, or by the cookie Rollcall keeps the session in. */
export function callerOf(rollcall: Rollcall, c: Context<{ Bindings: Bindings }>): Promise<Actor> {
  return createCallerOf(rollcall)(c.req.raw, c.env)
}
