import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'

/** Ends this session; whatever was fetched in it is forgotten. */
export function useSignOut() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => client.signIn.signOut(),
    onSuccess: () => void queries.resetQueries({ queryKey: ['rollcall'] }),
  })
}
