import type { Calls, contract } from '@rollcall/core/contract'
import { RefusedError } from '@rollcall/core/refusals'
import { hasTrait, type Route } from './route.ts'
import { routes } from './routes.ts'
import { bodyOf, requestOf } from './send.ts'

/** The same call, whose input may be left out where every key of it may. */
type Call<F> = F extends (input: infer Input, options?: infer Options) => infer Answer
  ? Record<never, never> extends Input
    ? (input?: Input, options?: Options) => Answer
    : F
  : never

type Wire = Calls<typeof contract>

/**
 * `client.slice.verb(input, { signal })` for every operation of the contract. Each resolves to the answer, rejects with
 * a `RefusedError`, or, when `signal` aborts, with its reason. A server that cannot be reached is `unavailable`.
 */
export type RollcallClient = {
  readonly [S in keyof Wire]: { readonly [V in keyof Wire[S]]: Call<Wire[S][V]> }
} & {
  /** Where the handler hangs. */
  readonly baseUrl: string
}

export interface ClientOptions {
  /** Where the handler hangs: a path of this site or a whole URL; `/api/rollcall` by default. */
  readonly baseUrl?: string
  /** Instead of the global one. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>
  /** A session token, sent as bearer; no cookie is sent or kept then. */
  readonly token?: string
  /**
   * Told when the session acts as somebody else than at the last answer, null for nobody: whatever was fetched for the
   * one before should be forgotten. The value is opaque.
   */
  readonly onActorChange?: (actor: string | null) => void
}

type Input = Readonly<Record<string, unknown>>
type CallOptions = { readonly signal?: AbortSignal }

/** A client of Rollcall's HTTP handler. It carries routes, not schemas: the server checks. */
export function createClient(options: ClientOptions = {}): RollcallClient {
  const { baseUrl = '/api/rollcall', token, onActorChange, fetch = globalThis.fetch.bind(globalThis) } = options
  const credentials = token === undefined ? credentialsFor(baseUrl) : 'omit'
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` }
  let known: string | null | undefined

  function notice({ headers, ok, status }: Response) {
    const actor = headers.get('rollcall-actor')
    // A refusal given before the server looked at the session says nothing about it.
    if (actor === known || (actor === null && !ok && status !== 401)) return
    if (known !== undefined) onActorChange?.(actor)
    known = actor
  }

  async function call(route: Route, input: Input = {}, { signal }: CallOptions = {}) {
    const { path, init } = requestOf(route, input)
    try {
      const response = await fetch(baseUrl + path, {
        ...init,
        headers: { ...init.headers, ...authorization },
        credentials,
        ...(signal ? { signal } : {}),
      })
      notice(response)
      return hasTrait(route, 'answers') && response.ok ? await response.blob() : await bodyOf(response)
    } catch (error) {
      if (error instanceof RefusedError || signal?.aborted) throw error
      throw unreachable(error)
    }
  }

  const client: Record<string, Record<string, unknown>> = {}
  for (const [slice, verbs] of Object.entries(routes)) {
    const calls: Record<string, unknown> = {}
    for (const [verb, route] of Object.entries<Route>(verbs)) {
      calls[verb] = (input?: Input, callOptions?: CallOptions) => call(route, input, callOptions)
    }
    client[slice] = calls
  }
  return { ...client, baseUrl } as unknown as RollcallClient
}

/** Cookies cross origins only where the host configured another origin. */
function credentialsFor(baseUrl: string): RequestCredentials {
  const here = globalThis.location?.origin
  return URL.canParse(baseUrl) && new URL(baseUrl).origin !== here ? 'include' : 'same-origin'
}

function unreachable(cause: unknown): RefusedError {
  const refusal = new RefusedError('unavailable')
  refusal.cause = cause
  return refusal
}
