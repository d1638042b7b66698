import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { type CountInput, usersKey } from './users-query.ts'

/** Everybody who matches, all pages of them, as a file that can be imported again. Taking them away is written down. */
export function useExportUsers() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: CountInput) => client.users.exportUsers(input),
    onSuccess: () => void queries.invalidateQueries({ queryKey: [...usersKey, 'audit'] }),
  })
}
