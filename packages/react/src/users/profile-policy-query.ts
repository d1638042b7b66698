import { useQuery } from '@tanstack/react-query'
import { policyQuery } from '../system/policy-query.ts'
import { useRollcall } from '../ui/rollcall-context.ts'

/** What forms over a profile need to know; undefined until known. */
export function useProfilePolicy() {
  return useQuery(policyQuery(useRollcall().client)).data
}
