import type { RollcallClient } from '@rollcall/client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'

/** A group by its name. */
export type GroupChoice = Awaited<ReturnType<RollcallClient['groups']['listGroups']>>['items'][number]

const NONE: readonly GroupChoice[] = []

function groupChoicesQuery(client: RollcallClient) {
  return queryOptions({
    queryKey: ['rollcall', 'groups', 'choices'],
    queryFn: (options) => client.groups.listGroups({}, options),
    retry: false,
  })
}

/** The groups there are; none for those who may not see them. */
export function useGroupChoices(wanted: boolean): readonly GroupChoice[] {
  return useQuery({ ...groupChoicesQuery(useRollcall().client), enabled: wanted }).data?.items ?? NONE
}
