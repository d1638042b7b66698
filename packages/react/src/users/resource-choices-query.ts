import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { resourcesQuery } from '../access/resources-query.ts'
import { policyQuery } from '../system/policy-query.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { appsOf } from './account-instances.ts'

/** An instance by its name, with the name of the app it stands in. */
export interface InstanceChoice {
  readonly id: string
  readonly name: string
  readonly app: string | null
}

/** The instances there are, by app; none where nothing contains any, and none that the reader may not see. */
export function useInstances(wanted: boolean): readonly InstanceChoice[] {
  const { client, locale } = useRollcall()
  const containers = useQuery(policyQuery(client)).data?.administration?.containers
  const contained = containers !== undefined && Object.keys(containers).length > 0
  const { data } = useQuery({ ...resourcesQuery(client), enabled: wanted && contained })
  return useMemo(() => {
    if (!data || !containers) return []
    return appsOf(containers, data, [], locale).flatMap(({ name: app, instances }) =>
      instances.map(({ id, name }) => ({ id, name, app })),
    )
  }, [data, containers, locale])
}
