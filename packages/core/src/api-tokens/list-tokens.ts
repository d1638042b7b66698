import type { UseCase } from '../effects.ts'
import { requireKnown } from '../kernel/actor.ts'
import { authorise, visible } from '../kernel/authorise.ts'
import { listTokensOf } from './api-token.steps.ts'
import type { apiTokensContract } from './api-tokens.contract.ts'

/** Somebody's API tokens, newest first; never the secrets. */
export const listTokens: UseCase<typeof apiTokensContract.listTokens> =
  ({ storage, access }) =>
  async (caller, { userId }) => {
    const actor = requireKnown(caller)
    const owner = visible(access, actor, await storage.users.find(userId))
    authorise(access, actor, 'viewTokens', owner)
    return listTokensOf(storage, owner)
  }
