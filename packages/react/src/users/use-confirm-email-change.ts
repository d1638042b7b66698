import type { RollcallClient } from '@rollcall/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'

type Input = Parameters<RollcallClient['users']['confirmEmailChange']>[0]

/** Gives somebody the address that a mailed link or code was sent to; whoever is signed in here may be that person. */
export function useConfirmEmailChange() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => client.users.confirmEmailChange(input),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['rollcall'] }),
    gcTime: 0,
  })
}
