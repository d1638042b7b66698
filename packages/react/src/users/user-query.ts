import type { RollcallClient } from '@rollcall/client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { usersKey } from './users-query.ts'

/** A user as the details page shows it. */
export type UserWithDetails = Awaited<ReturnType<RollcallClient['users']['getUser']>>

/** Everything about one user; below the key that every change of a user invalidates. */
export function userQuery(client: RollcallClient, userId: string) {
  return queryOptions({
    queryKey: [...usersKey, 'one', userId],
    queryFn: ({ signal }) => client.users.getUser({ userId }, { signal }),
  })
}

export function useUser(userId: string) {
  return useQuery(userQuery(useRollcall().client, userId))
}
