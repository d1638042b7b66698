import type { RollcallClient } from '@rollcall/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { keepUser, userQuery } from './user-query.ts'

export type EditUserInput = Parameters<RollcallClient['users']['editUser']>[0]

/** Changes a profile. Once it is refused, the user is known as they are now. */
export function useEditUser() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: EditUserInput) => client.users.editUser(input),
    onSuccess: (user) => keepUser(queries, client, user),
    onError: (_, { userId }) => queries.invalidateQueries({ queryKey: userQuery(client, userId).queryKey }),
  })
}
