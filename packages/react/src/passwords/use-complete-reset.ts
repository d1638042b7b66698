import type { RollcallClient } from '@rollcall/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'

type Input = Parameters<RollcallClient['passwords']['completeReset']>[0]

/** Sets a new password with a mailed link or code. Every session ends, and with them what was fetched. */
export function useCompleteReset() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => client.passwords.completeReset(input),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['rollcall'] }),
    gcTime: 0,
  })
}
