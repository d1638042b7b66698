import type { RollcallClient } from '@rollcall/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { usersKey } from './users-query.ts'

type Input = Parameters<RollcallClient['users']['reactivateUser']>[0]

/** Lets somebody in again whose account went unused for long. Refused or not, what lists say of this person may be out of date. */
export function useReactivateUser() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => client.users.reactivateUser(input),
    onSettled: () => queries.invalidateQueries({ queryKey: usersKey }),
  })
}
