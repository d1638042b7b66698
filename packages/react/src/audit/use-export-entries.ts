import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { usersKey } from '../users/users-query.ts'
import type { AuditInput } from './audit-query.ts'

/** The entries that match, all pages of them, as a CSV file. Taking them away is an entry of its own. */
export function useExportEntries() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: AuditInput) => client.audit.exportEntries(input),
    onSuccess: () => void queries.invalidateQueries({ queryKey: [...usersKey, 'audit'] }),
  })
}
