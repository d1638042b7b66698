import type { RollcallClient } from '@rollcall/client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'

/** A resource as the reader may deal with it. */
export type Resource = Awaited<ReturnType<RollcallClient['resources']['listResources']>>['items'][number]

/** Resources one may assign roles on, or holds a role on. */
export function resourcesQuery(client: RollcallClient) {
  return queryOptions({
    queryKey: ['rollcall', 'resources'],
    queryFn: async (options) => (await client.resources.listResources({}, options)).items,
  })
}

export function useResources() {
  return useQuery(resourcesQuery(useRollcall().client))
}
