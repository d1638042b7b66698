import type { RollcallClient } from '@rollcall/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { usersKey } from '../users/users-query.ts'

type InviteUsers = RollcallClient['invitations']['inviteUsers']

export type InviteInput = Parameters<InviteUsers>[0]
/** An address and what became of it. */
export type InviteResult = Awaited<ReturnType<InviteUsers>>['results'][number]

/** Invites one or many addresses; each gets its own verdict. */
export function useInviteUsers() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: InviteInput) => client.invitations.inviteUsers(input),
    onSuccess: () => void queries.invalidateQueries({ queryKey: usersKey }),
  })
}
