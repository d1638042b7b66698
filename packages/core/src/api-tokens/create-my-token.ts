import type { UseCase } from '../effects.ts'
import { requireUser } from '../kernel/actor.ts'
import { refuse } from '../kernel/refusals.ts'
import { makeToken } from './api-token.steps.ts'
import type { apiTokensContract } from './api-tokens.contract.ts'

/** Makes an API token for oneself. */
export const createMyToken: UseCase<typeof apiTokensContract.createMyToken> = (effects) => async (caller) => {
  const actor = requireUser(caller)
  if (actor.effective.user.id !== actor.real.user.id) refuse('not-allowed', { reason: 'impersonating' })
  return makeToken(effects, actor, actor.real.user, 'apiTokens.createMyToken')
}
