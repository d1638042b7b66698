import { usePolicy } from '../system/policy-query.ts'
import { usePerson } from '../users/person-query.ts'

const NONE = [] as const

/** What ids in entries are called, as far as that is known: every role, and the resources of whom the entries are about. */
export function useAuditNames(userId: string | undefined): ReadonlyMap<string, string> {
  const roles = usePolicy().data?.administration?.roles ?? NONE
  const resources = usePerson(userId).data?.resources ?? NONE
  return new Map([...roles, ...resources].map(({ id, name }) => [id, name]))
}
