import { useQuery } from '@tanstack/react-query'
import { resourcesQuery } from '../access/resources-query.ts'
import { settingsQuery } from '../settings/settings-query.ts'
import { type Policy, policyQuery } from '../system/policy-query.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useMe } from './me-query.ts'

/** What the forms over an account go by. */
export type AccountPolicy = NonNullable<Policy['administration']> & Pick<Policy, 'languages'>
export type AccountResource = NonNullable<ReturnType<typeof useAccountResources>['data']>[number]

/** `data` is undefined until known, and for visitors. */
export function useAccountPolicy() {
  const { data, error, refetch } = useQuery(policyQuery(useRollcall().client))
  const administration = data?.administration
  return { data: administration ? { ...administration, languages: data.languages } : undefined, error, refetch }
}

/** Resources the reader may see, with the roles they may give there. */
export function useAccountResources() {
  return useQuery(resourcesQuery(useRollcall().client))
}

/** To whom the welcome mail goes by itself; undefined for those who may not read the settings. */
export function useWelcomeMode() {
  const { client } = useRollcall()
  const mayRead = useMe().data?.rights.includes('settings.edit') ?? false
  return useQuery({ ...settingsQuery(client), enabled: mayRead }).data?.welcome
}
