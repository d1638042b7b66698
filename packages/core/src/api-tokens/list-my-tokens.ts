import type { UseCase } from '../effects.ts'
import { requireUser } from '../kernel/actor.ts'
import { listTokensOf } from './api-token.steps.ts'
import type { apiTokensContract } from './api-tokens.contract.ts'

/** One's own API tokens, newest first; never the secrets. */
export const listMyTokens: UseCase<typeof apiTokensContract.listMyTokens> =
  ({ storage }) =>
  async (caller) =>
    listTokensOf(storage, requireUser(caller).real.user)
