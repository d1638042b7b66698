import type { RollcallClient } from '@rollcall/client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { usersKey } from './users-query.ts'

export type DeletionImpact = Awaited<ReturnType<RollcallClient['users']['getDeletionImpact']>>

/** What would go with somebody. */
function deletionImpactQuery(client: RollcallClient, userId: string) {
  return queryOptions({
    queryKey: [...usersKey, 'deletion-impact', userId],
    queryFn: (options) => client.users.getDeletionImpact({ userId }, options),
  })
}

export function useDeletionImpact(userId: string, wanted: boolean) {
  return useQuery({ ...deletionImpactQuery(useRollcall().client, userId), enabled: wanted })
}
