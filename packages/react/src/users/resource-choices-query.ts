import { useQuery } from '@tanstack/react-query'
import { resourcesQuery } from '../access/resources-query.ts'
import { policyQuery } from '../system/policy-query.ts'
import { useRollcall } from '../ui/rollcall-context.ts'

/** What contains what, and the resources there are; nothing where nothing contains any. */
export function useContained(wanted: boolean) {
  const { client } = useRollcall()
  const containers = useQuery(policyQuery(client)).data?.administration?.containers
  const contained = containers !== undefined && Object.keys(containers).length > 0
  const { data: resources } = useQuery({ ...resourcesQuery(client), enabled: wanted && contained })
  return { containers, resources }
}
