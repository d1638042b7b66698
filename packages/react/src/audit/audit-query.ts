import type { RollcallClient } from '@rollcall/client'
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { usersKey } from '../users/users-query.ts'

/** What entries are narrowed by. */
export type AuditInput = Omit<NonNullable<Parameters<RollcallClient['audit']['listEntries']>[0]>, 'limit' | 'cursor'>

export type AuditEntry = Awaited<ReturnType<RollcallClient['audit']['listEntries']>>['items'][number]

/** Entries that match, newest first, a page at a time. */
function auditQuery(client: RollcallClient, input: AuditInput, limit: number) {
  return infiniteQueryOptions({
    // Below users: whatever changes one leaves an entry.
    queryKey: [...usersKey, 'audit', input, limit],
    queryFn: ({ signal, pageParam }) =>
      client.audit.listEntries({ limit, ...input, ...(pageParam ? { cursor: pageParam } : {}) }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
}

export function useAudit(input: AuditInput, limit: number) {
  return useInfiniteQuery(auditQuery(useRollcall().client, input, limit))
}
