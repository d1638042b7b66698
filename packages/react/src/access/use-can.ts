import type { Place } from '@rollcall/core/rules'
import { useQuery } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { meQuery } from '../users/me-query.ts'

/**
 * Whether the one signed in holds a right on the whole product or, given one, on that resource. False until known. It
 * decides what a page offers; what is allowed is decided by the server.
 */
export function useCan(right: string, resource?: Place): boolean {
  const me = useQuery(meQuery(useRollcall().client)).data
  if (!me) return false
  const there = resource ? [me.scopedRights[resource.id], me.reachedRights[resource.type]] : []
  return [me.rights, ...there].some((rights) => rights?.includes(right))
}
