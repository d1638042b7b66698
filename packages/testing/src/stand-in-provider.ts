import { type IdentityProvider, IdentityProviderError, type ProviderIdentity } from '@rollcall/core'

/** A provider nobody has to visit: whoever comes back from it is who was named last. */
export interface StandInProvider extends IdentityProvider {
  /** Who comes back from now on; what is left out the provider does not say, and a given address it vouches for. */
  expect(identity: Pick<ProviderIdentity, 'subject'> & Partial<ProviderIdentity>): void
}

/** One for `identityProviders`, of that id in the policy. */
export function standInProvider(id: string): StandInProvider {
  let expected: ProviderIdentity | null = null
  return {
    id,
    expect(identity) {
      expected = {
        email: null,
        emailVerified: identity.email != null,
        username: null,
        firstName: null,
        lastName: null,
        displayName: null,
        language: null,
        timeZone: null,
        roles: [],
        authenticatedAt: null,
        ...identity,
      }
    },
    start: async ({ callbackUrl }) => ({ url: callbackUrl, memory: {} }),
    async finish() {
      if (expected === null) throw new IdentityProviderError('refused', 'Nobody is expected.')
      return { identity: expected, signOutHint: null }
    },
    signOutUrl: async () => null,
  }
}
