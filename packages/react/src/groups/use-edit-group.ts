import type { RollcallClient } from '@rollcall/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { forgetGroups, keepGroup } from './groups-query.ts'

/** Changes name, description, domains or roles of a group, at the version that was seen. */
export function useEditGroup() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: Parameters<RollcallClient['groups']['editGroup']>[0]) => client.groups.editGroup(input),
    onSuccess: (group) => keepGroup(queries, client, group),
    onSettled: () => forgetGroups(queries),
  })
}
