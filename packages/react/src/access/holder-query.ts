import { useQuery } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { userQuery } from '../users/user-query.ts'

/** A user with their grants, and the resources they are on. */
export function useHolder(userId: string) {
  return useQuery(userQuery(useRollcall().client, userId))
}
