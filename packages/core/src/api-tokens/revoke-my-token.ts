import type { UseCase } from '../effects.ts'
import { requireUser } from '../kernel/actor.ts'
import { endToken } from './api-token.steps.ts'
import type { apiTokensContract } from './api-tokens.contract.ts'

/** Revokes one of one's own API tokens. */
export const revokeMyToken: UseCase<typeof apiTokensContract.revokeMyToken> =
  (effects) =>
  async (caller, { tokenId }) => {
    const actor = requireUser(caller)
    return endToken(effects, actor, actor.real.user, tokenId, 'apiTokens.revokeMyToken')
  }
