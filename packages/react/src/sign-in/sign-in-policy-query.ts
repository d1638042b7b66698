import { useQuery } from '@tanstack/react-query'
import { policyQuery } from '../system/policy-query.ts'
import { useRollcall } from '../ui/rollcall-context.ts'

/** What people sign in with, and in how many steps; undefined until known, the widest of both when that cannot be learnt. */
export function useSignInPolicy() {
  const { isError, data } = useQuery(policyQuery(useRollcall().client))
  if (isError) return { identifier: 'either', steps: 'together', providers: [] } as const
  return data && { identifier: data.identifier, ...data.signIn }
}
