import { useQuery } from '@tanstack/react-query'
import { type Resource, resourcesQuery } from '../access/resources-query.ts'
import { policyQuery } from '../system/policy-query.ts'
import { useRollcall } from '../ui/rollcall-context.ts'

export type Instance = Resource

export interface App {
  /** Null for what nothing contains. */
  readonly id: string | null
  readonly name: string | null
  readonly instances: readonly Instance[]
}

/** Every app with its instances, as far as the reader may see them; undefined until known. */
export function useApps() {
  const { client } = useRollcall()
  const { data, error, refetch, isFetching } = useQuery(resourcesQuery(client))
  const containers = useQuery(policyQuery(client)).data?.administration?.containers
  return { apps: data && containers && appsOf(data, Object.values(containers)), error, refetch, isFetching }
}

/** What contains others, by name, each with what it contains; what nothing contains comes last. */
function appsOf(resources: readonly Resource[], containers: readonly string[]): App[] {
  const apps = resources.filter(({ type }) => containers.includes(type))
  const known = new Set(apps.map(({ id }) => id))
  const alone = resources.filter(({ type, parent }) => !containers.includes(type) && !(parent && known.has(parent)))
  return [
    ...apps.map(({ id, name }) => ({ id, name, instances: resources.filter(({ parent }) => parent === id) })),
    ...(alone.length > 0 ? [{ id: null, name: null, instances: alone }] : []),
  ]
}
