import type { RollcallClient } from '@rollcall/client'
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { usersKey } from '../users/users-query.ts'

/** People with a role on a resource, by name, page by page; below the key that every change of a user invalidates. */
function resourcePeopleQuery(client: RollcallClient, resource: string) {
  return infiniteQueryOptions({
    queryKey: [...usersKey, 'resource', resource],
    queryFn: ({ signal, pageParam }) =>
      client.users.listUsers(
        { resource: [resource], sort: 'name', limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
}

export function useResourcePeople(resource: string) {
  return useInfiniteQuery(resourcePeopleQuery(useRollcall().client, resource))
}
