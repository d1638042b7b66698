import type { RollcallClient } from '@rollcall/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { importQuery } from './import-query.ts'

/** Has every row of a file judged; nobody is changed. */
export function usePreviewImport() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: Parameters<RollcallClient['imports']['previewImport']>[0]) =>
      client.imports.previewImport(input),
    onSuccess: (answer) => queries.setQueryData(importQuery(client, answer.id).queryKey, answer),
  })
}
