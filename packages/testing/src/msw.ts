import { RefusedError } from '@rollcall/core'
import { type Calls, contract, type Endpoint, type RefusalCode } from '@rollcall/core/contract'
import { createHandler } from '@rollcall/http'
import { delay, HttpResponse, http, type RequestHandler } from 'msw'
import { CLIENT, type World } from './create-world.ts'

type Wire = Calls<typeof contract>

/** `slice.verb` of the contract. */
export type OperationName = { [S in keyof Wire]: `${S}.${keyof Wire[S] & string}` }[keyof Wire]

export interface RollcallHandlersOptions {
  /** Where the client expects the handler; `/api/rollcall` by default. */
  readonly basePath?: string
  /** The address of who is signed in at first; nobody by default. */
  readonly as?: string
  /** How long every answer takes, in milliseconds; `infinite` never answers. */
  readonly latency?: number | 'infinite'
  /** Operations that go wrong: unreachable, or refused for whoever may call them. */
  readonly fail?: { readonly [Operation in OperationName]?: 'network' | RefusalCode }
}

/**
 * MSW handlers that pass each request to the real HTTP handler over a world. They keep the session a browser would keep
 * in its cookie, which no service worker sees: signing in and out work.
 */
export function rollcallHandlers(
  world: World | Promise<World>,
  options: RollcallHandlersOptions = {},
): RequestHandler[] {
  const { basePath = '/api/rollcall', as, latency = 0, fail = {} } = options
  const failures = Object.entries(fail) as [OperationName, 'network' | RefusalCode][]
  let token: string | null = null
  let answering: Promise<(request: Request) => Promise<Response>> | undefined

  async function start() {
    const { rollcall, signIn } = await world
    const refusing = failures.filter((each): each is [OperationName, RefusalCode] => each[1] !== 'network')
    if (as !== undefined) token = await signIn(as)
    return createHandler(refusing.reduce(refusingOperation, rollcall), {
      basePath,
      clientAddress: () => CLIENT.address,
    })
  }

  async function answer(request: Request): Promise<Response> {
    answering ??= start()
    const handle = await answering
    // A bearer, because pages cannot write the cookie's header; one that is no session stands for a visitor.
    const headers = new Headers(request.headers)
    headers.set('authorization', `Bearer ${token ?? 'visitor'}`)
    const response = await handle(new Request(request, { headers }))
    const isJson = response.headers.get('content-type')?.startsWith('application/json')
    if (!response.ok || !isJson) return response
    const { sessionToken, ...body } = (await response.json()) as { sessionToken?: string }
    if (sessionToken !== undefined) token = sessionToken
    return HttpResponse.json(body, { status: response.status, headers: response.headers })
  }

  return [
    ...failures.flatMap(([name, how]) => (how === 'network' ? [unreachable(basePath, name)] : [])),
    http.all(`*${basePath}/*`, async ({ request }) => {
      await delay(latency)
      return answer(request)
    }),
  ]
}

function unreachable(basePath: string, name: OperationName): RequestHandler {
  const { method, path } = endpointOf(name)
  const verb = method.toLowerCase() as Lowercase<Endpoint['method']>
  return http[verb](`*${basePath}${path}`, () => HttpResponse.error())
}

function refusingOperation(rollcall: World['rollcall'], [name, code]: [OperationName, RefusalCode]) {
  const [slice = '', verb = ''] = name.split('.')
  const operations: object = Reflect.get(rollcall, slice)
  const refusal = async () => {
    throw new RefusedError(code, code === 'unavailable' ? { correlationId: '7f3b9c' } : {})
  }
  return { ...rollcall, [slice]: { ...operations, [verb]: refusal } }
}

function endpointOf(name: OperationName): Endpoint {
  const [slice = '', verb = ''] = name.split('.')
  return (contract as Record<string, Record<string, Endpoint>>)[slice]?.[verb] as Endpoint
}
