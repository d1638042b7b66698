import { useQuery } from '@tanstack/react-query'
import { type Policy, policyQuery } from '../system/policy-query.ts'
import { useRollcall } from '../ui/rollcall-context.ts'

type Way = NonNullable<Policy['administration']>['onboarding'][number]

const NONE: readonly Way[] = []

/** How people begin here, empty until known. Where they are created, their accounts are edited whole as well. */
export function useOnboarding(): readonly Way[] {
  return useQuery(policyQuery(useRollcall().client)).data?.administration?.onboarding ?? NONE
}
