import type { RollcallClient } from '@rollcall/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { forgetGroups } from './groups-query.ts'

/** Makes a group. */
export function useCreateGroup() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: Parameters<RollcallClient['groups']['createGroup']>[0]) => client.groups.createGroup(input),
    onSettled: () => forgetGroups(queries),
  })
}
