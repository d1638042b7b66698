import { useQuery } from '@tanstack/react-query'
import { policyQuery } from '../system/policy-query.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useMe } from '../users/me-query.ts'

/** What administers people here; undefined until known. */
export function useImportPolicy() {
  return useQuery(policyQuery(useRollcall().client)).data?.administration ?? undefined
}

/** To whom the welcome mail goes by itself; undefined for those who may not read the settings. */
export function useWelcome() {
  const { client } = useRollcall()
  const mayRead = useMe().data?.rights.includes('settings.edit') ?? false
  return useQuery({
    queryKey: ['rollcall', 'settings'],
    queryFn: ({ signal }) => client.settings.getSettings({}, { signal }),
    enabled: mayRead,
  }).data?.welcome
}

/** False until known that it is so. */
export function useMayNotImport() {
  return useMe().data?.rights.includes('users.import') === false
}
