import type { UseCase } from '../effects.ts'
import type { signInContract } from './sign-in.contract.ts'
import { providerOf } from './sign-in.rules.ts'

/** Whether a password is asked for next or a provider's page comes; the same for people who exist and who do not. */
export const identify: UseCase<typeof signInContract.identify> =
  ({ policy }) =>
  async (_actor, { identifier }) => {
    const provider = providerOf(policy.signIn, identifier)
    return { provider: provider && { id: provider.id, name: provider.name, startUrl: provider.startUrl } }
  }
