import type { RollcallClient } from '@rollcall/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { forgetGroups } from './groups-query.ts'

/** Removes a group; its members lose what they had by it. */
export function useDeleteGroup() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: Parameters<RollcallClient['groups']['deleteGroup']>[0]) => client.groups.deleteGroup(input),
    onSettled: () => forgetGroups(queries),
  })
}
