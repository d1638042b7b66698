import { refuse } from '../kernel/refusals.ts'
import { type IdentityProvider, IdentityProviderError } from '../ports/identity-provider.ts'
import type { Logger } from '../ports/logger.ts'
import type { Policy } from '../system/policy.rules.ts'
import type { Provider } from './sign-in.rules.ts'

interface Tools {
  readonly policy: Pick<Policy, 'signIn'>
  readonly identityProviders: readonly IdentityProvider[]
  readonly logger: Logger
}

/** A provider by its id: what the policy says of it, and what reaches it. */
export function requireProvider(
  { policy, identityProviders }: Tools,
  id: string,
): { readonly provider: Provider; readonly identityProvider: IdentityProvider } {
  const provider = policy.signIn.providers.find((one) => one.id === id)
  const identityProvider = identityProviders.find((one) => one.id === id)
  return provider && identityProvider ? { provider, identityProvider } : refuse('not-found')
}

/** What the provider answers; refuses when it does not, or when the answer does not hold up, and logs why. */
export async function askProvider<T>(
  { logger }: Pick<Tools, 'logger'>,
  provider: string,
  answer: () => Promise<T>,
): Promise<T> {
  try {
    return await answer()
  } catch (error) {
    if (!(error instanceof IdentityProviderError)) throw error
    const unreachable = error.fault === 'unreachable'
    logger.log('warn', 'authn_login_fail', { userId: null, cause: `provider-${error.fault}`, provider, error })
    return refuse(unreachable ? 'provider-unavailable' : 'sign-in-interrupted')
  }
}
