import type { UseCase } from '../effects.ts'
import { requireUser } from '../kernel/actor.ts'
import { authorise, visible } from '../kernel/authorise.ts'
import { endToken } from './api-token.steps.ts'
import type { apiTokensContract } from './api-tokens.contract.ts'

/** Revokes an API token of somebody else. */
export const revokeToken: UseCase<typeof apiTokensContract.revokeToken> =
  (effects) =>
  async (caller, { userId, tokenId }) => {
    const { storage, access } = effects
    const actor = requireUser(caller)
    const owner = visible(access, actor, await storage.users.find(userId))
    authorise(access, actor, 'revokeToken', owner)
    return endToken(effects, actor, owner, tokenId, 'apiTokens.revokeToken')
  }
