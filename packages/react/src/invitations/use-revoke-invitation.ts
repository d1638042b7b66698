import type { RollcallClient } from '@rollcall/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { usersKey } from '../users/users-query.ts'

type Input = Parameters<RollcallClient['invitations']['revokeInvitation']>[0]

/** Withdraws an invitation; the unregistered user goes and the address is free. */
export function useRevokeInvitation() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => client.invitations.revokeInvitation(input),
    onSettled: () => void queries.invalidateQueries({ queryKey: usersKey }),
  })
}
