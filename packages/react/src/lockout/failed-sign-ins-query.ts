import type { RollcallClient } from '@rollcall/client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { usersKey } from '../users/users-query.ts'

export type FailedSignIn = Awaited<ReturnType<RollcallClient['lockout']['listFailedSignIns']>>['items'][number]

/** The failed sign-ins of one user, newest first, at most `limit`. */
function failedSignInsQuery(client: RollcallClient, userId: string, limit: number) {
  return queryOptions({
    queryKey: [...usersKey, 'failed-sign-ins', userId, limit],
    queryFn: (options) => client.lockout.listFailedSignIns({ userId, limit }, options),
  })
}

export function useFailedSignIns(userId: string, limit: number) {
  return useQuery(failedSignInsQuery(useRollcall().client, userId, limit))
}
