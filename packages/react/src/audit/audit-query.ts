import type { RollcallClient } from '@rollcall/client'
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { usersKey } from '../users/users-query.ts'

export type AuditEntry = Awaited<ReturnType<RollcallClient['audit']['listEntries']>>['items'][number]

/** Entries about or by somebody, or all of them, newest first, a page at a time. */
function auditQuery(client: RollcallClient, userId: string | undefined, limit: number) {
  return infiniteQueryOptions({
    // Below users: whatever changes one leaves an entry.
    queryKey: [...usersKey, 'audit', userId ?? null, limit],
    queryFn: ({ signal, pageParam }) =>
      client.audit.listEntries(
        { limit, ...(userId === undefined ? {} : { userId }), ...(pageParam ? { cursor: pageParam } : {}) },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
}

export function useAudit(userId: string | undefined, limit: number) {
  return useInfiniteQuery(auditQuery(useRollcall().client, userId, limit))
}
