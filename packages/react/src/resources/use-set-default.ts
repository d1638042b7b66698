import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Resource, resourcesQuery } from '../access/resources-query.ts'
import { useRollcall } from '../ui/rollcall-context.ts'

/** Makes an instance a default for new people, or none any more; shown at once, taken back when it fails. */
export function useSetDefault() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  const { queryKey } = resourcesQuery(client)
  return useMutation({
    mutationFn: (input: { resourceId: string; isDefault: boolean }) => client.resources.setDefault(input),
    onMutate({ resourceId, isDefault }) {
      const turned = (one: Resource) => (one.id === resourceId ? { ...one, isDefault } : one)
      queries.setQueryData(queryKey, (known) => known?.map(turned))
    },
    onSettled: () => queries.invalidateQueries({ queryKey }),
  })
}
