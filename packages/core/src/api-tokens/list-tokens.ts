import type { UseCase } from '../effects.ts'
import { reach } from '../kernel/authorise.ts'
import { listTokensOf } from './api-token.steps.ts'
import type { apiTokensContract } from './api-tokens.contract.ts'

/** Somebody's API tokens, newest first; never the secrets. */
export const listTokens: UseCase<typeof apiTokensContract.listTokens> =
  (effects) =>
  async (caller, { userId }) => {
    const { storage } = effects
    const { user: owner } = await reach(effects, caller, 'viewTokens', userId)
    return listTokensOf(storage, owner)
  }
