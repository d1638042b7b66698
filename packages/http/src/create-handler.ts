import {
  type Actor,
  consoleLogger,
  type Logger,
  type RateLimit,
  type RateLimiter,
  type Rollcall,
  type WithSession,
} from '@rollcall/core'
import { REFUSALS, RefusedError } from '@rollcall/core/contract'
import { Hono } from 'hono'
import { type AddressOf, addressFromAdapter, clientOf, limitKey } from './client-address.ts'
import { hasBearer } from './credential.ts'
import { openApiDocument } from './openapi.ts'
import { type Operation, operations, writes } from './operations.ts'
import { createOrigins } from './origins.ts'
import { problemHeaders, problemOf } from './problem.ts'
import { createProviderPages, type Visit } from './provider-pages.ts'
import { inputReader } from './read-input.ts'
import { createSessions, type ResolveActor } from './sessions.ts'

export interface HandlerOptions {
  /**
   * The client's address, for limits and audit. By default what the server's adapter passes as `env.clientAddress`,
   * else unknown; a forwarded header counts only where this function reads it.
   */
  readonly clientAddress?: AddressOf
  /**
   * Where the host has a sign-in of its own: who it has signed in. Rollcall's cookie then only says whom an administrator
   * acts as. Goes with `signIn.host` in the policy.
   */
  readonly resolveActor?: ResolveActor
  /** Origins beside `baseUrl`'s whose pages may call with the visitor's session, like `https://app.example`. */
  readonly origins?: readonly string[]
  /** Where the routes hang; `/api/rollcall` by default. */
  readonly basePath?: string
  /** Largest request body in bytes; 65,536 by default. */
  readonly bodyLimit?: number
  /** The coarse limits on sign-ins and mails; none by default. The exact lockout works without them. */
  readonly limiter?: RateLimiter
  /** Told of faults, with the correlation id the caller sees. The console by default. */
  readonly logger?: Logger
}

/** Answers one request; `env` reaches `clientAddress`. */
export type Handler = (request: Request, env?: unknown) => Promise<Response>

type Headers = Record<string, string>

/** On every answer: it is not cached, sniffed, framed, embedded by other sites or named in a referrer. */
const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  vary: 'Origin',
}

/** On what sends a browser on: it has no body. */
const { 'content-type': _, vary: __, ...PAGE_HEADERS } = HEADERS

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/**
 * Rollcall over HTTP: routes, sessions, origins, limits, problems and the OpenAPI document, all derived from the
 * contract. Throws a TypeError for an entry of `origins` that is no origin.
 */
export function createHandler(rollcall: Rollcall, options: HandlerOptions = {}): Handler {
  const { basePath = '/api/rollcall', bodyLimit = 65_536, limiter, logger = consoleLogger } = options
  const addressOf = options.clientAddress ?? addressFromAdapter
  const origins = createOrigins(rollcall.baseUrl, options.origins ?? [])
  const sessions = createSessions(rollcall, options.resolveActor)

  /** Who calls, within the coarse limits of what they call. */
  async function callerOf(request: Request, env: unknown, limit: RateLimit | undefined, headers: Headers) {
    const client = clientOf(request, addressOf(request, env))
    const retryAfter = limit ? await limiter?.take(limit, limitKey(client.address)) : null
    if (typeof retryAfter === 'number') throw new RefusedError('too-many-requests', { retryAfter })
    return sessions.identify(request, env, client, headers)
  }

  /** Runs one operation; whatever it throws is for `guarded`. */
  function perform({ slice, verb, entry }: Operation) {
    const useCase = (rollcall as unknown as Record<string, Record<string, UseCase>>)[slice]?.[verb]
    if (useCase === undefined) throw new TypeError(`Rollcall: the core has no ${slice}.${verb}.`)
    const read = inputReader(entry, bodyLimit)

    return async (request: Request, params: Params, env: unknown, headers: Headers): Promise<Response> => {
      if (writes(entry) && !hasBearer(request) && !origins.prove(request)) throw new RefusedError('cross-origin')
      const caller = await callerOf(request, env, entry.limit, headers)
      if (entry.caller !== 'anyone' && caller.actor.kind === 'anonymous') throw new RefusedError('not-signed-in')
      const result = await useCase(caller.actor, await read(request, params))
      if (entry.answers) return file(result as AsyncIterable<string>, `${slice}.csv`, headers)
      const body = entry.session ? await sessions.tell(result as WithSession<object>, request, caller, headers) : result
      return json(body, entry.status ?? 200, headers)
    }
  }

  async function guarded(
    request: Request,
    name: string,
    work: (headers: Headers) => Response | Promise<Response>,
    refused = (refusal: RefusedError, headers: Headers) => {
      return json(problemOf(refusal), REFUSALS[refusal.code], { ...headers, ...problemHeaders(refusal) })
    },
  ) {
    const headers: Headers = { ...HEADERS, ...origins.headers(request) }
    try {
      return await work(headers)
    } catch (error) {
      return refused(error instanceof RefusedError ? error : faultOf(error, name, logger), headers)
    }
  }

  const app = new Hono<{ Bindings: object }>().basePath(basePath)
  for (const operation of operations) {
    const name = `${operation.slice}.${operation.verb}`
    const work = perform(operation)
    app.on(operation.entry.method, operation.entry.path, (c) =>
      guarded(c.req.raw, name, (headers) => work(c.req.raw, c.req.param(), c.env, headers)),
    )
  }

  const pages = createProviderPages(rollcall, basePath, sessions.keep)
  const page = (name: string, path: string, work: (visit: Visit, provider: string) => Promise<Response>) => {
    app.get(path, async (c) => {
      const request = c.req.raw
      const visit = async (headers: Headers) => {
        const caller = await callerOf(request, c.env, 'sign-in', headers)
        return work({ request, url: new URL(request.url), caller }, c.req.param('provider') ?? '')
      }
      const response = await guarded(request, name, visit, pages.refused)
      for (const [header, value] of Object.entries(PAGE_HEADERS)) response.headers.set(header, value)
      return response
    })
  }
  page('signIn.startProviderSignIn', '/sign-in/providers/:provider', pages.start)
  page('signIn.finishProviderSignIn', '/sign-in/providers/:provider/callback', pages.finish)
  page('signIn.signOutOfProvider', '/sign-out/provider', pages.signOut)

  let document: string | undefined
  app.get('/openapi.json', (c) =>
    guarded(c.req.raw, 'openapi', (headers) => {
      document ??= JSON.stringify(openApiDocument(basePath, sessions.cookieName))
      return new Response(document, { headers })
    }),
  )

  app.notFound((c) =>
    guarded(c.req.raw, 'notFound', (headers) => {
      const methods = METHODS.filter((method) => app.router.match(method, c.req.path)[0].length > 0)
      if (methods.length === 0) throw new RefusedError('not-found')
      headers.allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
      if (c.req.method !== 'OPTIONS') throw new RefusedError('method-not-allowed')
      const { 'content-type': _, ...rest } = headers
      return new Response(null, { status: 204, headers: { ...rest, ...origins.preflight(c.req.raw, methods) } })
    }),
  )

  return async (request, env) => app.fetch(request, env as object)
}

type UseCase = (actor: Actor, input: unknown) => Promise<object>
type Params = Readonly<Record<string, string>>

function json(body: object, status: number, headers: Headers): Response {
  return new Response(JSON.stringify(body), { status, headers })
}

/** A file that is written while it is read; a fault in the middle breaks it off, so that it never looks whole. */
function file(text: AsyncIterable<string>, name: string, headers: Headers): Response {
  const disposition = `attachment; filename="${name}"`
  const csv = { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': disposition }
  const pieces = text[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: async () => {
      await pieces.return?.()
    },
  })
  return new Response(body, { headers: { ...headers, ...csv } })
}

/** Anything but a refusal: the caller learns a number to quote, the log learns the rest. */
function faultOf(error: unknown, operation: string, logger: Logger): RefusedError {
  const correlationId = crypto.randomUUID()
  logger.log('error', 'sys_crash', { correlationId, operation, error })
  return new RefusedError('unavailable', { correlationId })
}
