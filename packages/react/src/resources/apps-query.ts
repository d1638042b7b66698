import { useQuery } from '@tanstack/react-query'
import { resourcesQuery } from '../access/resources-query.ts'
import { policyQuery } from '../system/policy-query.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { appsOf } from './apps.ts'

/** Every app with its instances, as far as the reader may see them; undefined until known. */
export function useApps() {
  const { client } = useRollcall()
  const { data, error, refetch, isFetching } = useQuery(resourcesQuery(client))
  const containers = useQuery(policyQuery(client)).data?.administration?.containers
  return { apps: data && containers && appsOf(data, Object.values(containers)), error, refetch, isFetching }
}
