import type { RollcallClient } from '@rollcall/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { usersKey } from './users-query.ts'

type Input = Parameters<RollcallClient['users']['deleteUser']>[0]

/** Deletes somebody for good. Refused or not, what is known of them may be out of date. */
export function useDeleteUser() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => client.users.deleteUser(input),
    onSettled: () => void queries.invalidateQueries({ queryKey: usersKey }),
  })
}
