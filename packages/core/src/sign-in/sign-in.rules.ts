import { domainOf } from '../users/identifier.rules.ts'

/** A single sign-on the people of some domains use instead of a password. */
export interface Provider {
  readonly id: string
  readonly name: string
  /** Email domains, as IDNA, whose people are sent there. */
  readonly domains: readonly string[]
  /** The address that begins the sign-in there. */
  readonly startUrl: string
}

export interface SignInPolicy {
  /** `email-first` asks for the identifier alone, which decides what is asked next. */
  readonly steps: 'together' | 'email-first'
  readonly providers: readonly Provider[]
}

/** Where somebody with that identifier signs in, by its domain alone: whether they exist makes no difference. */
export function providerOf(policy: SignInPolicy, identifier: string): Provider | null {
  const domain = domainOf(identifier)
  return policy.providers.find(({ domains }) => domain !== null && domains.includes(domain)) ?? null
}
