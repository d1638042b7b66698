import type { RollcallClient } from '@rollcall/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { usersKey } from '../users/users-query.ts'

type Input = Parameters<RollcallClient['invitations']['resendInvitation']>[0]

/** Sends an invitation again; the earlier link dies. */
export function useResendInvitation() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => client.invitations.resendInvitation(input),
    // Refused or not, what the list says of this person may be out of date.
    onSettled: () => void queries.invalidateQueries({ queryKey: usersKey }),
  })
}
