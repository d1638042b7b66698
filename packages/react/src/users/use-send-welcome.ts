import type { RollcallClient } from '@rollcall/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { usersKey } from './users-query.ts'

type Input = Parameters<RollcallClient['users']['sendWelcome']>[0]

/** Sends somebody the welcome mail; the link of an earlier one dies. */
export function useSendWelcome() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => client.users.sendWelcome(input),
    // Refused or not, what lists say of this person may be out of date.
    onSettled: () => void queries.invalidateQueries({ queryKey: usersKey }),
  })
}
