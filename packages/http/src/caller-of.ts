import type { Actor, Rollcall } from '@rollcall/core'
import { type AddressOf, addressFromAdapter, clientOf } from './client-address.ts'
import type { HandlerOptions } from './create-handler.ts'
import { hasBearer } from './credential.ts'
import { createOrigins } from './origins.ts'
import { createSessions } from './sessions.ts'

/** Who calls one of the host's own routes; `env` reaches `clientAddress`. */
export type CallerOf = (request: Request, env?: unknown) => Promise<Actor>

const SAFE = ['GET', 'HEAD', 'OPTIONS']

/**
 * Tells a host who calls its own routes, as the handler of the same options does: by cookie, bearer token or the host's own
 * sign-in, and whom they act as. Browsers send cookies whatever page asks, so whoever writes from a page of another site is
 * a visitor.
 */
export function createCallerOf(
  rollcall: Rollcall,
  options: Pick<HandlerOptions, 'clientAddress' | 'origins' | 'resolveActor'> = {},
): CallerOf {
  const addressOf: AddressOf = options.clientAddress ?? addressFromAdapter
  const origins = createOrigins(rollcall.baseUrl, options.origins ?? [])
  const sessions = createSessions(rollcall, options.resolveActor)
  return async (request, env) => {
    const client = clientOf(request, addressOf(request, env))
    const proved = SAFE.includes(request.method) || hasBearer(request) || origins.prove(request)
    return proved ? (await sessions.identify(request, env, client, {})).actor : rollcall.anonymous(client)
  }
}
