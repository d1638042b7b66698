import type { RollcallClient } from '@rollcall/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { keepUser, userQuery } from './user-query.ts'

type Input = Parameters<RollcallClient['users']['disableUser']>[0]

/** Deactivates a user: sessions and tokens end, nothing is lost. Once it is refused, the user is known as they are now. */
export function useDisableUser() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => client.users.disableUser(input),
    onSuccess: (user) => keepUser(queries, client, user),
    onError: (_, { userId }) => queries.invalidateQueries({ queryKey: userQuery(client, userId).queryKey }),
  })
}
