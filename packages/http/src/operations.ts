import { contract, type Endpoint } from '@rollcall/core/contract'

/** One entry of the contract with its names. */
export interface Operation {
  readonly slice: string
  readonly verb: string
  readonly entry: Endpoint
}

/** Every operation of the wire, in the contract's order. */
export const operations: readonly Operation[] = Object.entries(contract).flatMap(([slice, entries]) =>
  Object.entries(entries).map(([verb, entry]: [string, Endpoint]) => ({ slice, verb, entry })),
)

/** Whether it changes something, so that a page of another site must not be able to ask for it. */
export function writes({ method }: Endpoint): boolean {
  return method !== 'GET'
}

/** The input keys a path takes: `/users/:userId/unlock` takes `userId`. */
export function pathKeys({ path }: Endpoint): string[] {
  return [...path.matchAll(/:(\w+)/g)].flatMap(([, key]) => key ?? [])
}

/** Whether the input that is in neither path, headers nor a file comes as query string; as JSON body otherwise. */
export function readsQuery({ method, takes }: Endpoint): boolean {
  return method === 'GET' || method === 'DELETE' || takes !== undefined
}
