import { useQuery } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { type Me, meQuery } from '../users/me-query.ts'

/** An instance somebody was assigned, with the app that contains it. */
export type MyInstance = Me['resources'][number]

/** What oneself was assigned, and whether one manages defaults; `data` is undefined until known. */
export function useMine() {
  const { data, error, refetch } = useQuery(meQuery(useRollcall().client))
  const mine = data && { resources: data.resources, manages: data.rights.includes('resources.manage') }
  return { data: mine, error, refetch }
}
