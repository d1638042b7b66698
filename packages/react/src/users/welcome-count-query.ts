import { useQuery } from '@tanstack/react-query'
import { usePolicy } from '../system/policy-query.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useMe } from './me-query.ts'
import type { CountInput, ListInput, User } from './users-query.ts'

/** How many are listed and asked about in one call. */
const MOST = 200

type Named = Pick<User, 'id' | 'version'>

/** Of everybody active who matches: to whom the welcome mail would go, and how many are passed over. Nothing is sent. */
export function useWelcomeCount(filter: CountInput, enabled: boolean) {
  const { client } = useRollcall()
  return useQuery({
    enabled,
    queryKey: ['rollcall', 'welcome-count', filter],
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    async queryFn({ signal }) {
      const allowed: Named[] = []
      let passedOver = 0
      // The deactivated are never written to, and nobody else was asked for.
      let input: ListInput | null = filter.enabled === false ? null : { ...filter, enabled: true, limit: MOST }
      while (input) {
        const { items, nextCursor } = await client.users.listUsers(input, { signal })
        const users = items.map(({ id, version }) => ({ id, version }))
        if (users.length > 0) {
          const asked = { change: { kind: 'sendWelcome' as const }, users, dryRun: true }
          const { results } = await client.users.changeManyUsers(asked, { signal })
          const would = new Set(results.flatMap(({ userId, verdict }) => (verdict === true ? [userId] : [])))
          allowed.push(...users.filter(({ id }) => would.has(id)))
          passedOver += users.length - would.size
        }
        input = nextCursor ? { ...input, cursor: nextCursor } : null
      }
      return { allowed, passedOver }
    },
  })
}

/** Whether there is a welcome mail that the reader may send. */
export function useMayWelcome(): boolean {
  const sends = Boolean(usePolicy().data?.administration?.welcome)
  const rights = useMe().data?.rights ?? []
  return sends && rights.includes('users.welcome')
}
