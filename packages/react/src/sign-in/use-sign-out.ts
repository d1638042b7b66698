import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'

/**
 * Ends this session; whatever was fetched in it is forgotten. Where it came from a provider, the page leaves to end it there
 * too, and `leaving` is true: lead nobody elsewhere then.
 */
export function useSignOut() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    async mutationFn() {
      const { provider } = await client.signIn.signOut()
      return { leaving: provider !== null }
    },
    onSuccess({ leaving }) {
      if (leaving) window.location.assign(`${client.baseUrl}/sign-out/provider`)
      else void queries.resetQueries({ queryKey: ['rollcall'] })
    },
  })
}
