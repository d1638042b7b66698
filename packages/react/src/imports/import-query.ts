import type { RollcallClient } from '@rollcall/client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'

/** How far an import is. */
export type Import = Awaited<ReturnType<RollcallClient['imports']['getImport']>>

export function importQuery(client: RollcallClient, importId: string) {
  return queryOptions({
    queryKey: ['rollcall', 'imports', importId],
    queryFn: (options) => client.imports.getImport({ importId }, options),
  })
}

/** An import of one's own; while somebody else applies it, asked for again every so often. */
export function useImport(importId: string | null, watched: boolean) {
  const { client } = useRollcall()
  return useQuery({
    ...importQuery(client, importId ?? ''),
    enabled: importId !== null,
    refetchInterval: ({ state }) => (watched && state.data?.state === 'applying' ? 5_000 : false),
  })
}
