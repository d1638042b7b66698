import { useQuery } from '@tanstack/react-query'
import { policyQuery } from '../system/policy-query.ts'
import { useRollcall } from '../ui/rollcall-context.ts'

/** What the dialogs about invitations ask and say: undefined until known. */
export function useInvitationPolicy() {
  const policy = useQuery(policyQuery(useRollcall().client)).data
  const administration = policy?.administration
  if (!administration) return undefined
  return { ...administration.invitation, roles: administration.roles, languages: policy.languages }
}
