import type { RollcallClient } from '@rollcall/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { keepUser, userQuery } from './user-query.ts'

type Input = Parameters<RollcallClient['users']['enableUser']>[0]

/** Lets a deactivated user in again. Once it is refused, the user is known as they are now. */
export function useEnableUser() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => client.users.enableUser(input),
    onSuccess: (user) => keepUser(queries, client, user),
    onError: (_, { userId }) => queries.invalidateQueries({ queryKey: userQuery(client, userId).queryKey }),
  })
}
