import type { RollcallClient } from '@rollcall/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { usersKey } from '../users/users-query.ts'

type Input = Parameters<RollcallClient['passwords']['setPassword']>[0]

/** Chooses somebody's password, which they must change at the next sign-in. */
export function useSetPassword() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => client.passwords.setPassword(input),
    onSettled: () => queries.invalidateQueries({ queryKey: usersKey }),
    // Its input is a password, which no cache should keep.
    gcTime: 0,
  })
}
