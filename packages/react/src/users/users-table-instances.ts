import { useMemo } from 'react'
import { useRollcall } from '../ui/rollcall-context.ts'
import { appsOf } from './account-instances.ts'
import { useContained } from './resource-choices-query.ts'

/** An instance by its name, with the name of the app it stands in. */
export interface InstanceChoice {
  readonly id: string
  readonly name: string
  readonly app: string | null
}

/** The instances the reader may see, by app. */
export function useInstances(wanted: boolean): readonly InstanceChoice[] {
  const { locale } = useRollcall()
  const { containers, resources } = useContained(wanted)
  return useMemo(() => {
    if (!resources || !containers) return []
    return appsOf(containers, resources, [], locale).flatMap(({ name: app, instances }) =>
      instances.map(({ id, name }) => ({ id, name, app })),
    )
  }, [resources, containers, locale])
}
