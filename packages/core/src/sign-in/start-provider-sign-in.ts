import type { Effects } from '../effects.ts'
import { sealAway } from './away.steps.ts'
import { askProvider, requireProvider } from './identity-provider.steps.ts'
import { returnAddress } from './sign-in.rules.ts'

/** How somebody leaves for a provider. */
export interface ProviderStart {
  /** Of the provider, as the policy lists it. */
  readonly provider: string
  /** The address they come back to, as the provider knows it. */
  readonly callbackUrl: string
  /** The page of this site they go on with; null or any other: the first. */
  readonly returnTo: string | null
  /** What they typed here; null: nothing. */
  readonly identifier: string | null
  /** They must prove who they are even where the provider knows them. */
  readonly fresh: boolean
}

/** Sends a visitor to a provider; `sealed` belongs into their browser until they are back, at most until `expiresAt`. */
export const startProviderSignIn = (effects: Effects) => {
  return async ({ provider: id, callbackUrl, returnTo, ...asked }: ProviderStart) => {
    const { home } = effects.links
    const { identityProvider } = requireProvider(effects, id)
    const { url, memory } = await askProvider(effects, id, () => identityProvider.start({ callbackUrl, ...asked }))
    const away = await sealAway(effects, id, { memory, returnTo: returnAddress(returnTo, home) })
    return { url, ...away }
  }
}
