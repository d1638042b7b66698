import type { RollcallClient } from '@rollcall/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { meQuery } from './me-query.ts'
import { usersKey } from './users-query.ts'

export type EditMeInput = Parameters<RollcallClient['users']['editMe']>[0]

/** Changes one's own profile. Once it is refused, it is known as it is now. */
export function useEditMe() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  const { queryKey } = meQuery(client)
  return useMutation({
    mutationFn: (input: EditMeInput) => client.users.editMe(input),
    onSuccess(me) {
      queries.setQueryData(queryKey, me)
      void queries.invalidateQueries({ queryKey: usersKey })
    },
    onError: () => queries.invalidateQueries({ queryKey, exact: true }),
  })
}
