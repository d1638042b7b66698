import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'

/**
 * Ends this session; whatever was fetched in it is forgotten. `next` is the page that ends it at the provider it came from,
 * null without one: lead people there.
 */
export function useSignOut() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    async mutationFn() {
      const { provider } = await client.signIn.signOut()
      return { next: provider === null ? null : `${client.baseUrl}/sign-out/provider` }
    },
    onSuccess: () => void queries.resetQueries({ queryKey: ['rollcall'] }),
  })
}
