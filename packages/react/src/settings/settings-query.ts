import type { RollcallClient } from '@rollcall/client'
import { queryOptions, useQuery } from '@tanstack/react-query'
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
