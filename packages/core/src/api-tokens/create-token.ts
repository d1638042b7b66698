import type { UseCase } from '../effects.ts'
import { requireUser } from '../kernel/actor.ts'
import { authorise, visible } from '../kernel/authorise.ts'
import { makeToken } from './api-token.steps.ts'
import type { apiTokensContract } from './api-tokens.contract.ts'

/** Makes an API token on behalf of somebody else, who is told. */
export const createToken: UseCase<typeof apiTokensContract.createToken> =
  (effects) =>
  async (caller, { userId }) => {
    const { storage, access } = effects
    const actor = requireUser(caller)
    const owner = visible(access, actor, await storage.users.find(userId))
    authorise(access, actor, 'createToken', owner)
    return makeToken(effects, actor, owner, 'apiTokens.createToken')
  }
