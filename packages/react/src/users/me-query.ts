import type { RollcallClient } from '@rollcall/client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'

/** Oneself, with the rights one holds. */
export type Me = Awaited<ReturnType<RollcallClient['users']['getMe']>>

export function meQuery(client: RollcallClient) {
  return queryOptions({
    queryKey: ['rollcall', 'me'],
    queryFn: (options) => client.users.getMe({}, options),
  })
}

export function useMe() {
  return useQuery(meQuery(useRollcall().client))
}
