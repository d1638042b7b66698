import { domainOf } from '../users/identifier.rules.ts'

/** A single sign-on that people use instead of a password. */
export interface Provider {
  readonly id: string
  readonly name: string
  /** Email domains, as IDNA, whose people are sent there, and whose addresses are its to give. */
  readonly domains: readonly string[]
  /** The address that begins the sign-in there; with the handler of `@rollcall/http`, `…/sign-in/providers/<id>`. */
  readonly startUrl: string
  /** Named where people sign in; else only addresses of its domains lead there, and nobody learns of it. */
  readonly offered?: boolean
  /** Somebody of its domains whom nobody knows here gets an account at the first sign-in; else they are refused. */
  readonly creates?: boolean
  /** Somebody with a password or an open invitation here, and an address of its domains, is its own from the first time on. */
  readonly takesOver?: boolean
  /** What its roles are worth here; without it, nothing. */
  readonly grants?: ProviderGrants
}

/** Roles on the whole product that follow from what a provider says, anew at each sign-in. */
export interface ProviderGrants {
  /** Roles that may come from there: whatever else it says gives nothing. */
  readonly mayGrant: readonly string[]
  /** What the provider calls them → what they are called here; others count by their own name. */
  readonly roles: Readonly<Record<string, string>>
}

/** A host's own sign-in, for people who have to prove anew who they are. */
export interface HostSignIn {
  /** What the page is called that `startUrl` leads to. */
  readonly name: string
  /** Gets `?returnTo=` and `?fresh`, as the address of a provider does. */
  readonly startUrl: string
}

export interface SignInPolicy {
  /** The host signs people in and keeps their passwords: none is asked for, set or mailed here. */
  readonly host?: HostSignIn
  /** `email-first` asks for the identifier alone, which decides what is asked next. */
  readonly steps: 'together' | 'email-first'
  readonly providers: readonly Provider[]
}

/** How long somebody may take at a provider. Milliseconds. */
export const AWAY = 10 * 60_000

/** Where somebody with that identifier signs in, by its domain alone: whether they exist makes no difference. */
export function providerOf(policy: SignInPolicy, identifier: string): Provider | null {
  const domain = domainOf(identifier)
  return policy.providers.find(({ domains }) => domain !== null && domains.includes(domain)) ?? null
}

/** The page to go on with after a sign-in: one of this site, else the site's own beginning. */
export function returnAddress(asked: string | null, home: string): string {
  if (asked === null || !URL.canParse(asked, home)) return home
  const { origin, href } = new URL(asked, home)
  return origin === new URL(home).origin ? href : home
}
