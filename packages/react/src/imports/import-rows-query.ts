import type { RollcallClient } from '@rollcall/client'
import type { Verdict } from '@rollcall/core/rules'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { importQuery } from './import-query.ts'

export type ImportRow = Awaited<ReturnType<RollcallClient['imports']['listRows']>>['rows'][number]

/** Rows after that line of the file, 0 for the first ones, with what would become, or became, of each. */
export function importRowsQuery(client: RollcallClient, importId: string, verdict: Verdict | null, after: number) {
  const input = { importId, ...(verdict ? { verdict } : {}), ...(after ? { after } : {}), limit: 50 }
  return queryOptions({
    queryKey: [...importQuery(client, importId).queryKey, 'rows', verdict, after],
    queryFn: (options) => client.imports.listRows(input, options),
  })
}

export function useImportRows(importId: string, verdict: Verdict | null, after: number) {
  const query = importRowsQuery(useRollcall().client, importId, verdict, after)
  return useQuery({ ...query, placeholderData: keepPreviousData })
}
