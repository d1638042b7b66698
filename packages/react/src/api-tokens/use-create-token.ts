import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { apiTokensQuery } from './api-tokens-query.ts'

/** Makes a token for somebody, or without an id for oneself; the answer holds the secret, this once. */
export function useCreateToken(userId: string | undefined) {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () =>
      userId === undefined ? client.apiTokens.createMyToken() : client.apiTokens.createToken({ userId }),
    onSettled: () => queries.invalidateQueries({ queryKey: apiTokensQuery(client, userId).queryKey }),
    // Its answer is a secret, which no cache should keep.
    gcTime: 0,
  })
}
