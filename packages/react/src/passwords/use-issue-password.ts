import type { RollcallClient } from '@rollcall/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { usersKey } from '../users/users-query.ts'

type Input = Parameters<RollcallClient['passwords']['issueTemporaryPassword']>[0]

/** Replaces somebody's password by a temporary one; the answer may hold it, this once. */
export function useIssuePassword() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => client.passwords.issueTemporaryPassword(input),
    onSettled: () => queries.invalidateQueries({ queryKey: usersKey }),
    // Its answer is a password, which no cache should keep.
    gcTime: 0,
  })
}
