import type { RollcallClient } from '@rollcall/client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { meQuery } from '../users/me-query.ts'
import { usePerson } from '../users/person-query.ts'
import { usersKey } from '../users/users-query.ts'

type Listed = Awaited<ReturnType<RollcallClient['sessions']['listSessions']>>['items'][number]

/** `current` is the one this page is in, and is known of one's own alone. */
export type Session = Listed & { readonly current?: boolean }

/** The live sessions of somebody, or one's own. */
export function sessionsQuery(client: RollcallClient, userId: string | undefined) {
  return queryOptions({
    queryKey: userId === undefined ? [...meQuery(client).queryKey, 'sessions'] : [...usersKey, 'sessions', userId],
    queryFn: (options): Promise<{ items: Session[] }> =>
      userId === undefined
        ? client.sessions.listMySessions({}, options)
        : client.sessions.listSessions({ userId }, options),
  })
}

/** Sessions, and whose they are when not one's own. */
export function useSessions(userId: string | undefined) {
  return {
    sessions: useQuery(sessionsQuery(useRollcall().client, userId)),
    owner: usePerson(userId).data,
  }
}
