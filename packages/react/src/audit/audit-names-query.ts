import { useQuery } from '@tanstack/react-query'
import { resourcesQuery } from '../access/resources-query.ts'
import { useCan } from '../access/use-can.ts'
import { usePolicy } from '../system/policy-query.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { usePerson } from '../users/person-query.ts'
import { usersKey } from '../users/users-query.ts'

const NONE = [] as const

/**
 * What ids in entries are called, as far as the reader may know: roles, the resources they see themselves, those of
 * groups, and those of whom the entries are about.
 */
export function useAuditNames(userId: string | undefined): ReadonlyMap<string, string> {
  const { client } = useRollcall()
  const readsGroups = useCan('groups.read')
  const roles = usePolicy().data?.administration?.roles ?? NONE
  const resources = useQuery(resourcesQuery(client)).data ?? NONE
  const groups = useQuery({
    queryKey: [...usersKey, 'audit', 'groups'],
    queryFn: (options) => client.groups.listGroups({}, options),
    enabled: readsGroups,
  }).data
  const theirs = usePerson(userId).data?.resources ?? NONE
  const known = [...roles, ...resources, ...(groups?.items ?? NONE), ...(groups?.resources ?? NONE), ...theirs]
  return new Map(known.map(({ id, name }) => [id, name]))
}
