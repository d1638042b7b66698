import type { RollcallClient } from '@rollcall/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { meQuery } from '../users/me-query.ts'

type Input = Parameters<RollcallClient['passwords']['changeOwnPassword']>[0]

/** Whose password it is, and the change of it, which ends all other sessions and lifts a restricted one. */
export function useChangeOwnPassword() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  const me = useQuery(meQuery(client))
  const change = useMutation({
    mutationFn: (input: Input) => client.passwords.changeOwnPassword(input),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['rollcall'] }),
    gcTime: 0,
  })
  return { me, change }
}
