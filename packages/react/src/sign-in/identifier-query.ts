import { useQuery } from '@tanstack/react-query'
import { policyQuery } from '../system/policy-query.ts'
import { useRollcall } from '../ui/rollcall-context.ts'

/** What people sign in with; undefined until known, `either` when that cannot be learnt. */
export function useIdentifier() {
  const policy = useQuery(policyQuery(useRollcall().client))
  return policy.isError ? 'either' : policy.data?.identifier
}
