import type { UseCase } from '../effects.ts'
import { requireUser } from '../kernel/actor.ts'
import { reach } from '../kernel/authorise.ts'
import { makeToken } from './api-token.steps.ts'
import type { apiTokensContract } from './api-tokens.contract.ts'

/** Makes an API token on behalf of somebody else, who is told. */
export const createToken: UseCase<typeof apiTokensContract.createToken> =
  (effects) =>
  async (caller, { userId }) => {
    const actor = requireUser(caller)
    const { user: owner } = await reach(effects, actor, 'createToken', userId)
    return makeToken(effects, actor, owner, 'apiTokens.createToken')
  }
