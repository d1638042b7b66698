import { useQuery } from '@tanstack/react-query'
import { type Policy, policyQuery } from '../system/policy-query.ts'
import { useRollcall } from '../ui/rollcall-context.ts'

/** What the table goes by. */
export type UsersPolicy = Pick<NonNullable<Policy['administration']>, 'roles' | 'providers'>
export type Role = UsersPolicy['roles'][number]

const NOTHING: UsersPolicy = { roles: [], providers: [] }

/** Every role of the product and every provider, empty until known. */
export function useUsersPolicy(): UsersPolicy {
  const policy = useQuery(policyQuery(useRollcall().client))
  return policy.data?.administration ?? NOTHING
}

/** Every role of the product, empty until known. */
export function useRoles(): readonly Role[] {
  return useUsersPolicy().roles
}
