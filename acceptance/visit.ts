import { createClient, RefusedError, type RollcallClient } from '@rollcall/client'
import { createHandler, type Handler } from '@rollcall/http'
import type { World } from '@rollcall/testing'

/** A browser on the host's site: the typed client over the real handler, with a jar for the one cookie. */
export interface Visit {
  readonly client: RollcallClient
  /** Whether the jar holds a session. */
  signedIn(): boolean
  /** The session in the jar, as the host reads it off a request. */
  token(): string
}

const handlers = new WeakMap<World, Handler>()

function handlerOf(world: World): Handler {
  const handler = handlers.get(world) ?? createHandler(world.rollcall, { clientAddress: () => '203.0.113.24' })
  handlers.set(world, handler)
  return handler
}

/** Opens a browser on that world; signed in where a session token is given. */
export function visit(world: World, token?: string): Visit {
  const { origin } = world.rollcall.baseUrl
  const handle = handlerOf(world)
  let cookie = token === undefined ? '' : `__Host-rollcall=${token}`
  const client = createClient({
    fetch: async (url, init) => {
      const headers = new Headers(init.headers)
      headers.set('sec-fetch-site', 'same-origin')
      headers.set('user-agent', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')
      if (cookie) headers.set('cookie', cookie)
      const response = await handle(new Request(origin + url, { ...init, headers }))
      for (const set of response.headers.getSetCookie()) {
        const [pair = ''] = set.split(';')
        cookie = pair.endsWith('=') ? '' : pair
      }
      return response
    },
  })
  return { client, signedIn: () => cookie !== '', token: () => cookie.split('=')[1] ?? '' }
}

/** A program that calls that world with an API token. */
export function program(world: World, token: string): RollcallClient {
  const { origin } = world.rollcall.baseUrl
  const handle = handlerOf(world)
  return createClient({ token, fetch: (url, init) => handle(new Request(origin + url, init)) })
}

/** The reason of the refusal where it has one, else as `codeOf`. */
export async function reasonOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'done'
  } catch (error) {
    if (error instanceof RefusedError) return error.details.reason ?? error.code
    throw error
  }
}

/** The code of the refusal, or `done`. Faults are thrown on. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'done'
  } catch (error) {
    if (error instanceof RefusedError) return error.code
    throw error
  }
}

/** The token in the link last mailed to that address. */
export function mailedToken(world: World, email: string): string {
  return new URL(world.mails.linkTo(email)).hash.replace('#token=', '')
}
