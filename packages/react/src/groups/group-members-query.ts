import type { RollcallClient } from '@rollcall/client'
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { groupsKey } from './groups-query.ts'

export type Member = Awaited<ReturnType<RollcallClient['groups']['listMembers']>>['items'][number]

/** Members of a group by name, page by page. */
function groupMembersQuery(client: RollcallClient, groupId: string) {
  return infiniteQueryOptions({
    queryKey: [...groupsKey, 'members', groupId],
    queryFn: ({ signal, pageParam }) =>
      client.groups.listMembers({ groupId, ...(pageParam === null ? {} : { cursor: pageParam }) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
}

export function useGroupMembers(groupId: string) {
  return useInfiniteQuery(groupMembersQuery(useRollcall().client, groupId))
}
