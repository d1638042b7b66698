import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { usersKey } from '../users/users-query.ts'
import { importQuery } from './import-query.ts'

/** Applies the next rows of an import, for a few seconds; to be called again until it is finished. */
export function useApplyImport() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (importId: string) => client.imports.applyImport({ importId }),
    async onSuccess(answer, importId) {
      const { queryKey } = importQuery(client, importId)
      queries.setQueryData(queryKey, answer)
      if (answer.state !== 'finished') return
      queries.removeQueries({ queryKey: [...queryKey, 'rows'] })
      await queries.invalidateQueries({ queryKey: usersKey })
    },
  })
}
