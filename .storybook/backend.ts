import { createClient, type RollcallClient } from '@rollcall/client'
import { createWorld, scenarios, type World, type WorldOptions } from '@rollcall/testing'
import { type RollcallHandlersOptions, rollcallHandlers } from '@rollcall/testing/msw'
import { QueryClient } from '@tanstack/react-query'
import { setupWorker } from 'msw/browser'

/** `parameters.rollcall` of a story: the world it plays in. */
export interface RollcallParameters extends Pick<RollcallHandlersOptions, 'latency' | 'fail'> {
  /** Who is there; `appStore` unless said. */
  readonly scenario?: keyof typeof scenarios
  /** What the host decides otherwise: policy, channels. */
  readonly world?: WorldOptions
  /** The address of who is signed in; unless said, whoever the toolbar names, where the world knows them. */
  readonly as?: string
  /** Nobody is signed in. */
  readonly visitor?: boolean
  /** Further happenings before the story begins. */
  readonly prepare?: (world: World) => Promise<unknown>
  /** Props that only the world knows, such as somebody's id. */
  readonly props?: (world: World) => Promise<Record<string, unknown>>
}

/** What `loaded.rollcall` holds. */
export interface Backend {
  readonly world: World
  readonly client: RollcallClient
  readonly queryClient: QueryClient
  readonly props: Record<string, unknown>
}

const worker = setupWorker()
let started: Promise<unknown> | undefined

const backends = new Map<string, { readonly signedIn: string; readonly backend: Promise<Backend> }>()

/** The story's backend: kept while only theme, language and the like change, made anew for somebody else. */
export function backendOf(storyId: string, parameters: RollcallParameters, signedIn: string): Promise<Backend> {
  const known = backends.get(storyId)
  if (known?.signedIn === signedIn) return known.backend
  const backend = start(storyId, parameters, signedIn)
  backends.set(storyId, { signedIn, backend })
  return backend
}

/** The next time the story is shown, it begins again. */
export function forgetBackend(storyId: string): void {
  backends.delete(storyId)
}

/** A world of its own for each story, behind routes of its own: docs pages show many stories at once. */
async function start(storyId: string, parameters: RollcallParameters, signedIn: string): Promise<Backend> {
  const { scenario = 'appStore', world: options, visitor = false, as: chosen, prepare, props, ...how } = parameters
  started ??= worker.start({
    quiet: true,
    onUnhandledRequest: 'bypass',
    serviceWorker: { url: './mockServiceWorker.js' },
  })
  const world = createWorld(options)
  await (scenario === 'many' ? scenarios.many(1_240)(world) : scenarios[scenario](world))
  await prepare?.(world)
  await started
  const known = world.accounts.find(({ email }) => email === signedIn) ?? world.accounts[0]
  const as = visitor ? undefined : (chosen ?? known?.email)
  const basePath = `/stories/${storyId}/api/rollcall`
  worker.use(...rollcallHandlers(world, { ...how, basePath, ...(as === undefined ? {} : { as }) }))
  return {
    world,
    client: createClient({ baseUrl: basePath }),
    queryClient: new QueryClient({ defaultOptions: { queries: { retry: false } } }),
    props: (await props?.(world)) ?? {},
  }
}
