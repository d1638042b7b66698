import type { RollcallClient } from '@rollcall/client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { meQuery } from '../users/me-query.ts'

/** Every role with the rights it gives. */
export type Matrix = Awaited<ReturnType<RollcallClient['access']['listRoles']>>
export type MatrixRole = Matrix['roles'][number]

function matrixQuery(client: RollcallClient) {
  return queryOptions({
    queryKey: ['rollcall', 'roles'],
    queryFn: (options) => client.access.listRoles({}, options),
  })
}

export function useMatrix() {
  return useQuery(matrixQuery(useRollcall().client))
}

/** What the reader holds; undefined until known. */
export function useOwnRoles() {
  return useQuery(meQuery(useRollcall().client)).data
}
