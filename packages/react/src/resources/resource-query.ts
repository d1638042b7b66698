import { useQuery } from '@tanstack/react-query'
import { resourcesQuery } from '../access/resources-query.ts'
import { policyQuery } from '../system/policy-query.ts'
import { useRollcall } from '../ui/rollcall-context.ts'

/** One resource with the roles there are on it, and whether the reader may give each; undefined until known. */
export function useResourceRoles(id: string) {
  const { client } = useRollcall()
  const resources = useQuery(resourcesQuery(client))
  const roles = useQuery(policyQuery(client)).data?.administration?.roles
  const resource = resources.data?.find((each) => each.id === id)
  return {
    error: resources.error,
    name: resource?.name,
    roles: (roles ?? [])
      .filter(({ resourceType }) => resourceType !== null && resourceType === (resource?.type ?? resourceType))
      .map((role) => ({ ...role, mayGrant: resource?.mayGrant.includes(role.id) ?? false })),
  }
}
