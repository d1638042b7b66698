import { useQuery } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { userQuery } from './user-query.ts'

/** Milliseconds. */
const JUST_ASKED = 10_000

/**
 * Somebody, for a section of their page: the page itself has just asked, so each section does not ask again. Nobody is
 * asked for without an id, which is how sections about oneself are.
 */
export function usePerson(userId: string | undefined) {
  const { client } = useRollcall()
  return useQuery({ ...userQuery(client, userId ?? ''), enabled: userId !== undefined, staleTime: JUST_ASKED })
}
