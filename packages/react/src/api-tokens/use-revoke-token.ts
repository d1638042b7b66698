import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { apiTokensQuery } from './api-tokens-query.ts'

/** Revokes a token of somebody, or without an id of one's own. */
export function useRevokeToken(userId: string | undefined) {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (tokenId: string) =>
      userId === undefined
        ? client.apiTokens.revokeMyToken({ tokenId })
        : client.apiTokens.revokeToken({ userId, tokenId }),
    onSettled: () => queries.invalidateQueries({ queryKey: apiTokensQuery(client, userId).queryKey }),
  })
}
