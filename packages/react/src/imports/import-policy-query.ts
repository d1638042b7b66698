import { useQuery, useQueryClient } from '@tanstack/react-query'
import { policyQuery } from '../system/policy-query.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useWelcomeMode } from '../users/account-policy-query.ts'
import { useMe } from '../users/me-query.ts'

/** What administers people here; undefined until known. */
export function useImportPolicy() {
  return useQuery(policyQuery(useRollcall().client)).data?.administration ?? undefined
}

/** The same for whoever must have it first; undefined when it cannot be had. */
export function useAskImportPolicy() {
  const queries = useQueryClient()
  const { client } = useRollcall()
  return async () => {
    const policy = await queries.ensureQueryData(policyQuery(client)).catch(() => undefined)
    return policy?.administration ?? undefined
  }
}

/** To whom the welcome mail goes by itself; `unknown` to those who may not read that, null where there is none. */
export function useWelcome() {
  const mode = useWelcomeMode() ?? 'unknown'
  return useImportPolicy()?.welcome ? mode : null
}

/** False until known that it is so. */
export function useMayNotImport() {
  return useMe().data?.rights.includes('users.import') === false
}
