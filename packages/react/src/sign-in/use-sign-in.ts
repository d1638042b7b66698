import type { RollcallClient } from '@rollcall/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'

type Input = Parameters<RollcallClient['signIn']['signIn']>[0]

/** Signs in; what was fetched as somebody else is forgotten, what is on screen fetched anew. */
export function useSignIn() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => client.signIn.signIn(input),
    onSuccess() {
      queries.removeQueries({ queryKey: ['rollcall'], type: 'inactive' })
      void queries.invalidateQueries({ queryKey: ['rollcall'] })
    },
    // Its input is a password, which no cache should keep.
    gcTime: 0,
  })
}
