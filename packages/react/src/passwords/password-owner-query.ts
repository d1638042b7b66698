import { usePolicy } from '../system/policy-query.ts'
import { usePerson } from '../users/person-query.ts'

/** Whose password it is, how long what resets it lives, in hours, and the rules of a new one; undefined until known. */
export function usePasswordOwner(userId: string) {
  const owner = usePerson(userId)
  const policy = usePolicy().data
  return { owner, linkHours: policy?.reset.lifetimeHours, rules: policy?.password }
}
