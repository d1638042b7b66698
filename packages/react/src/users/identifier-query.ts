import { type Policy, usePolicy } from '../system/policy-query.ts'

/** What people sign in with; undefined until known. */
export function useIdentifier(): Policy['identifier'] | undefined {
  return usePolicy().data?.identifier
}
