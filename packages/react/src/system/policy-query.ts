import type { RollcallClient } from '@rollcall/client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'

export type Policy = Awaited<ReturnType<RollcallClient['system']['getPolicy']>>

/** Changes only when the host is deployed anew, so it is fetched once. */
export function policyQuery(client: RollcallClient) {
  return queryOptions({
    queryKey: ['rollcall', 'policy'],
    queryFn: (options) => client.system.getPolicy({}, options),
    staleTime: Infinity,
  })
}

/** What forms need to know: lifetimes, roles, fields, password rules; more when signed in. */
export function usePolicy() {
  return useQuery(policyQuery(useRollcall().client))
}
