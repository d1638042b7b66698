import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { usersKey } from '../users/users-query.ts'

interface Giving {
  userId: string
  version: number
  resource: string
  /** What they hold there directly already, and the new one. */
  roles: string[]
}

/** Gives somebody a role on a resource. */
export function useGiveRole() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ resource, ...input }: Giving) => client.access.setGrants({ ...input, scope: resource }),
    onSettled: () => queries.invalidateQueries({ queryKey: usersKey }),
  })
}
