import type { Effects } from '../effects.ts'
import { askProvider, requireProvider } from './identity-provider.steps.ts'

/** Where somebody's session at a provider ends, coming back to the sign-in page; null: the provider has no such page. */
export const signOutOfProvider = (effects: Effects) => {
  return async ({ provider: id, hint }: { readonly provider: string; readonly hint: string | null }) => {
    const { identityProvider } = requireProvider(effects, id)
    const returnTo = effects.links.signIn
    return askProvider(effects, id, () => identityProvider.signOutUrl({ returnTo, hint }))
  }
}
