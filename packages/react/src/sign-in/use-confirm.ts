import type { RollcallClient } from '@rollcall/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { meQuery } from '../users/me-query.ts'

type Input = Parameters<RollcallClient['signIn']['confirm']>[0]

/** Gives the password again, so that sensitive acts on oneself are let through for some minutes. */
export function useConfirm() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => client.signIn.confirm(input),
    onSuccess: () => void queries.invalidateQueries({ queryKey: meQuery(client).queryKey, exact: true }),
    // Its input is a password, which no cache should keep.
    gcTime: 0,
  })
}
