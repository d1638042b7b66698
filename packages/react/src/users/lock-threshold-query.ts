import { useQuery } from '@tanstack/react-query'
import { policyQuery } from '../system/policy-query.ts'
import { useRollcall } from '../ui/rollcall-context.ts'

/** How many wrong passwords in a row lock an account; undefined until known. */
export function useLockThreshold(): number | undefined {
  return useQuery(policyQuery(useRollcall().client)).data?.administration?.lockout.threshold
}
