import { useQuery } from '@tanstack/react-query'
import { type Policy, policyQuery } from '../system/policy-query.ts'
import { useRollcall } from '../ui/rollcall-context.ts'

export type Role = NonNullable<Policy['administration']>['roles'][number]

/** Every role of the product; undefined until known. */
export function useAllRoles(): readonly Role[] | undefined {
  return useQuery(policyQuery(useRollcall().client)).data?.administration?.roles
}
