import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'

/** Deletes oneself for good, which ends the session; whatever was fetched in it is forgotten. */
export function useDeleteMe() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => client.users.deleteMe(),
    onSuccess: () => void queries.resetQueries({ queryKey: ['rollcall'] }),
  })
}
