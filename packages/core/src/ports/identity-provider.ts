/** Whom a provider says somebody is. All of it comes from outside: only what holds up is used. */
export interface ProviderIdentity {
  /** Who they are there, for good; up to 255 characters, compared exactly. */
  readonly subject: string
  readonly email: string | null
  /** Whether the provider vouches for the address. */
  readonly emailVerified: boolean
  readonly username: string | null
  readonly firstName: string | null
  readonly lastName: string | null
  readonly displayName: string | null
  /** BCP 47. */
  readonly language: string | null
  /** IANA. */
  readonly timeZone: string | null
  /** Their roles there, in the provider's words. */
  readonly roles: readonly string[]
  /** When they last proved there who they are; epoch milliseconds, null: the provider does not say. */
  readonly authenticatedAt: number | null
}

/** What must be remembered of a sign-in while the visitor is away; kept sealed, in their browser. */
export type ProviderMemory = Readonly<Record<string, string>>

/** Somebody came back from a provider. */
export interface ProviderVisit {
  readonly identity: ProviderIdentity
  /** Names their session there when it is to be ended; null: the provider needs no hint. */
  readonly signOutHint: string | null
}

/** Signs people in elsewhere: `oidcProvider()` from `@rollcall/oidc`, or a host's own. */
export interface IdentityProvider {
  /** The one the policy lists in `signIn.providers`. */
  readonly id: string
  /**
   * Where the visitor goes, and what must be remembered until they come back to `callbackUrl`. `fresh` makes them prove
   * who they are even where the provider knows them. Rejects with an `IdentityProviderError`.
   */
  start(asked: {
    readonly callbackUrl: string
    readonly fresh: boolean
    /** What they typed here; null: nothing. */
    readonly identifier: string | null
  }): Promise<{ readonly url: string; readonly memory: ProviderMemory }>
  /** Checks an answer that arrived at that address. Rejects with an `IdentityProviderError`. */
  finish(callbackUrl: URL, memory: ProviderMemory): Promise<ProviderVisit>
  /** Where their session there ends, coming back to `returnTo`; null: it has no such page. */
  signOutUrl(asked: { readonly returnTo: string; readonly hint: string | null }): Promise<string | null>
}

/** `unreachable`: nobody's fault here, later may help. `refused`: the answer does not hold up, or the visitor gave up. */
export type IdentityProviderFault = 'unreachable' | 'refused'

/** What an identity provider throws; everything else it throws counts as a fault of its own. */
export class IdentityProviderError extends Error {
  readonly fault: IdentityProviderFault

  constructor(fault: IdentityProviderFault, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'IdentityProviderError'
    this.fault = fault
  }
}
