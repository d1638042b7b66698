import type { Contract, Endpoint } from '@rollcall/core/contract'

/** What a client must know of one operation. */
export type Route = Pick<Endpoint, 'method' | 'path' | 'versioned' | 'idempotent' | 'answers' | 'takes'>

/** A route of exactly the same method and path for every operation of the contract. */
export type Routes<C extends Contract> = {
  readonly [S in keyof C]: { readonly [V in keyof C[S]]: Route & Pick<C[S][V], 'method' | 'path'> }
}
