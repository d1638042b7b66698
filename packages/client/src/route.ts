import type { Contract, Endpoint } from '@rollcall/core/contract'

/** Of `METHOD /path`: that its version is sent, that it is sent once only, that it answers or takes a file. */
export type Trait = 'versioned' | 'idempotent' | 'answers' | 'takes'

/** What a client must know of one operation: `METHOD /path`, and its traits behind that. */
export type Route = `${Endpoint['method']} /${string}`

/** A route of exactly the same method and path for every operation of the contract. */
export type Routes<C extends Contract> = {
  readonly [S in keyof C]: {
    readonly [V in keyof C[S]]: `${C[S][V]['method']} ${C[S][V]['path']}${'' | ` ${Trait}`}`
  }
}

export function hasTrait(route: Route, trait: Trait): boolean {
  return route.endsWith(` ${trait}`)
}
