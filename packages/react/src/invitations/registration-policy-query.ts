import { useQuery } from '@tanstack/react-query'
import { policyQuery } from '../system/policy-query.ts'
import { useRollcall } from '../ui/rollcall-context.ts'

/** Which fields registration shows and in which languages one may read; `data` undefined until known. */
export function useRegistrationPolicy() {
  return useQuery({
    ...policyQuery(useRollcall().client),
    select: ({ registrationFields, languages, password }) => ({ registrationFields, languages, password }),
  })
}
