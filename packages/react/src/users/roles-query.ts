import { useQuery } from '@tanstack/react-query'
import { type Policy, policyQuery } from '../system/policy-query.ts'
import { useRollcall } from '../ui/rollcall-context.ts'

export type Role = NonNullable<Policy['administration']>['roles'][number]

const NONE: readonly Role[] = []

/** Every role of the product, empty until known. */
export function useRoles(): readonly Role[] {
  const policy = useQuery(policyQuery(useRollcall().client))
  return policy.data?.administration?.roles ?? NONE
}
