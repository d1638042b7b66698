import type { RollcallClient } from '@rollcall/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { usersKey } from '../users/users-query.ts'

type Input = Parameters<RollcallClient['lockout']['unlockUser']>[0]

/** Opens a locked account. Refused or not, what lists say of this person may be out of date. */
export function useUnlockUser() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => client.lockout.unlockUser(input),
    onSettled: () => queries.invalidateQueries({ queryKey: usersKey }),
  })
}
