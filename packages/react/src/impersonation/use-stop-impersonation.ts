import { useMutation, useQueryClient } from '@tanstack/react-query'
import { asRefusal } from '../ui/refusal.ts'
import { useRollcall } from '../ui/rollcall-context.ts'

/**
 * Goes back to one's own session and forgets whatever was fetched as the other; answers whether there was one to go back
 * to. That it had ended already, by time or in another tab, is no failure.
 */
export function useStopImpersonation() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    async mutationFn(): Promise<{ readonly signedIn: boolean }> {
      try {
        await client.impersonation.stopImpersonation()
      } catch (error) {
        const code = asRefusal(error)?.code
        if (code === 'not-signed-in') return { signedIn: false }
        if (code !== 'not-allowed') throw error
      }
      return { signedIn: true }
    },
    onSuccess: () => void queries.resetQueries({ queryKey: ['rollcall'] }),
  })
}
