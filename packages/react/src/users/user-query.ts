import type { RollcallClient } from '@rollcall/client'
import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { type User, usersKey } from './users-query.ts'

/** A user as the details page shows it. */
export type UserWithDetails = Awaited<ReturnType<RollcallClient['users']['getUser']>>

/** Everything about one user; below the key that every change of a user invalidates. */
export function userQuery(client: RollcallClient, userId: string) {
  return queryOptions({
    queryKey: [...usersKey, 'one', userId],
    queryFn: (options) => client.users.getUser({ userId }, options),
  })
}

export function useUser(userId: string) {
  return useQuery(userQuery(useRollcall().client, userId))
}

/** Puts what a change answered in place of what was known; everything else about users is asked for anew. */
export function keepUser(queries: QueryClient, client: RollcallClient, user: User | UserWithDetails) {
  queries.setQueryData(userQuery(client, user.id).queryKey, (known) => known && { ...known, ...user })
  void queries.invalidateQueries({ queryKey: usersKey })
}
