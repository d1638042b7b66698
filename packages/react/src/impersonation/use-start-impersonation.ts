import type { RollcallClient } from '@rollcall/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'

type Input = Parameters<RollcallClient['impersonation']['startImpersonation']>[0]

/** Begins to act as somebody else; whatever was fetched as oneself is forgotten. */
export function useStartImpersonation() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => client.impersonation.startImpersonation(input),
    onSuccess: () => void queries.resetQueries({ queryKey: ['rollcall'] }),
  })
}
