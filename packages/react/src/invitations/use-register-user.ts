import type { RollcallClient } from '@rollcall/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { policyQuery } from '../system/policy-query.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { meQuery } from '../users/me-query.ts'
import { usersKey } from '../users/users-query.ts'

type Input = Parameters<RollcallClient['invitations']['registerUser']>[0]

/** Redeems an invitation and, where the policy says so, signs in: what was fetched as a visitor is fetched anew. */
export function useRegisterUser() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => client.invitations.registerUser(input),
    onSuccess() {
      for (const { queryKey } of [policyQuery(client), meQuery(client), { queryKey: usersKey }]) {
        void queries.invalidateQueries({ queryKey })
      }
    },
    gcTime: 0,
  })
}
