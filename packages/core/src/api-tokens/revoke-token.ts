import type { UseCase } from '../effects.ts'
import { requireUser } from '../kernel/actor.ts'
import { reach } from '../kernel/authorise.ts'
import { endToken } from './api-token.steps.ts'
import type { apiTokensContract } from './api-tokens.contract.ts'

/** Revokes an API token of somebody else. */
export const revokeToken: UseCase<typeof apiTokensContract.revokeToken> =
  (effects) =>
  async (caller, { userId, tokenId }) => {
    const actor = requireUser(caller)
    const { user: owner } = await reach(effects, actor, 'revokeToken', userId)
    return endToken(effects, actor, owner, tokenId, 'apiTokens.revokeToken')
  }
