import type { RollcallClient } from '@rollcall/client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { usePolicy } from '../system/policy-query.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { meQuery } from '../users/me-query.ts'
import { usePerson } from '../users/person-query.ts'
import { usersKey } from '../users/users-query.ts'

export type ApiToken = Awaited<ReturnType<RollcallClient['apiTokens']['listTokens']>>['items'][number]

/** The tokens of somebody, or one's own; never the secrets. */
export function apiTokensQuery(client: RollcallClient, userId: string | undefined) {
  return queryOptions({
    queryKey: userId === undefined ? [...meQuery(client).queryKey, 'api-tokens'] : [...usersKey, 'api-tokens', userId],
    queryFn: (options) =>
      userId === undefined
        ? client.apiTokens.listMyTokens({}, options)
        : client.apiTokens.listTokens({ userId }, options),
  })
}

/** Tokens, whose they are when not one's own, and how many one may have. */
export function useApiTokens(userId: string | undefined) {
  return {
    tokens: useQuery(apiTokensQuery(useRollcall().client, userId)),
    owner: usePerson(userId).data,
    perUser: usePolicy().data?.apiTokens.perUser,
  }
}
