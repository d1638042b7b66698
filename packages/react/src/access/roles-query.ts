import { useQuery } from '@tanstack/react-query'
import { type Policy, policyQuery } from '../system/policy-query.ts'
import { useRollcall } from '../ui/rollcall-context.ts'

export type Role = NonNullable<Policy['administration']>['roles'][number]

/** Whether people hold exactly one role on the whole product; undefined until known. */
export function useHasOneRole(): boolean | undefined {
  const per = useQuery(policyQuery(useRollcall().client)).data?.administration?.systemRolesPerUser
  return per && per === 'one'
}

/** Every role of the product; undefined until known. */
export function useAllRoles(): readonly Role[] | undefined {
  return useQuery(policyQuery(useRollcall().client)).data?.administration?.roles
}
