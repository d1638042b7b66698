import { useQuery } from '@tanstack/react-query'
import { policyQuery } from '../system/policy-query.ts'
import { useRollcall } from '../ui/rollcall-context.ts'

/** What a new password must satisfy, how one signs in and how long a reset link lives; `data` undefined until known. */
export function usePasswordPolicy() {
  return useQuery({
    ...policyQuery(useRollcall().client),
    select: ({ password, identifier, reset }) => ({ password, identifier, reset }),
  })
}
