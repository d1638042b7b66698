import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { type Session, sessionsQuery } from './sessions-query.ts'

/** Ends one session of somebody, or of one's own. */
export function useEndSession(userId: string | undefined) {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (sessionId: string) =>
      userId === undefined
        ? client.sessions.revokeMySession({ sessionId })
        : client.sessions.revokeSession({ userId, sessionId }),
    onSettled: () => queries.invalidateQueries({ queryKey: sessionsQuery(client, userId).queryKey }),
  })
}

/** Ends every session of somebody, or all of one's own but this one; answers how many. */
export function useEndAllSessions(userId: string | undefined) {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    async mutationFn(sessions: readonly Session[]): Promise<number> {
      if (userId !== undefined) return (await client.sessions.revokeAllSessions({ userId })).ended
      const others = sessions.filter(({ current }) => !current)
      await Promise.all(others.map(({ id }) => client.sessions.revokeMySession({ sessionId: id })))
      return others.length
    },
    onSettled: () => queries.invalidateQueries({ queryKey: sessionsQuery(client, userId).queryKey }),
  })
}
