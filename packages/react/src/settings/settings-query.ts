import type { RollcallClient } from '@rollcall/client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { policyQuery } from '../system/policy-query.ts'
import { useRollcall } from '../ui/rollcall-context.ts'

export type Settings = Awaited<ReturnType<RollcallClient['settings']['getSettings']>>

/** What administrators set for everybody. */
export function settingsQuery(client: RollcallClient) {
  return queryOptions({
    queryKey: ['rollcall', 'settings'],
    queryFn: (options) => client.settings.getSettings({}, options),
  })
}

export function useSettings() {
  return useQuery(settingsQuery(useRollcall().client))
}

/** Whether anybody may sign in through a provider; false until known. */
export function useHasProviders(): boolean {
  const { data } = useQuery(policyQuery(useRollcall().client))
  return Boolean(data?.administration?.providers.length)
}
