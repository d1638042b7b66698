import type { RollcallClient } from '@rollcall/client'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'

type Calls = RollcallClient['users']

export type ListInput = NonNullable<Parameters<Calls['listUsers']>[0]>
export type CountInput = NonNullable<Parameters<Calls['countUsers']>[0]>
export type UsersPage = Awaited<ReturnType<Calls['listUsers']>>
/** A user as lists show it, with what the caller may do to them. */
export type User = UsersPage['items'][number]

/** Above every query about users; whatever changes one invalidates it. */
export const usersKey = ['rollcall', 'users'] as const

/** One page of the list. The page before stays on screen until the next one is here. */
export function usersQuery(client: RollcallClient, input: ListInput = {}) {
  return queryOptions({
    queryKey: [...usersKey, 'list', input],
    queryFn: (options) => client.users.listUsers(input, options),
    placeholderData: keepPreviousData,
  })
}

/** How many there are in all, exactly up to 10,000. */
export function usersCountQuery(client: RollcallClient, input: CountInput = {}) {
  return queryOptions({
    queryKey: [...usersKey, 'count', input],
    queryFn: (options) => client.users.countUsers(input, options),
    placeholderData: keepPreviousData,
  })
}

export function useUsers(input: ListInput) {
  return useQuery(usersQuery(useRollcall().client, input))
}

export function useUsersCount(input: CountInput) {
  return useQuery(usersCountQuery(useRollcall().client, input))
}
