import type { RollcallClient } from '@rollcall/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { forgetGroups, keepGroup } from './groups-query.ts'

/** Puts people in and takes people out by hand. */
export function useSetMembers() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: Parameters<RollcallClient['groups']['setMembers']>[0]) => client.groups.setMembers(input),
    onSuccess: (group) => keepGroup(queries, client, group),
    onSettled: () => forgetGroups(queries),
  })
}
