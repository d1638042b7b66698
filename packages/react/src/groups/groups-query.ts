import type { RollcallClient } from '@rollcall/client'
import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { usersKey } from '../users/users-query.ts'

export type Groups = Awaited<ReturnType<RollcallClient['groups']['listGroups']>>
export type Group = Groups['items'][number]

/** Below users: whatever changes one may change who is in a group. */
export const groupsKey = [...usersKey, 'groups'] as const

export function groupsQuery(client: RollcallClient) {
  return queryOptions({
    queryKey: [...groupsKey, 'list'],
    queryFn: (options) => client.groups.listGroups({}, options),
  })
}

export function useGroups() {
  return useQuery(groupsQuery(useRollcall().client))
}

/** Puts what a change answered in place of what was known, so that the next change carries the version it has. */
export function keepGroup(queries: QueryClient, client: RollcallClient, group: Group) {
  queries.setQueryData(groupsQuery(client).queryKey, (known) => {
    return known && { ...known, items: known.items.map((each) => (each.id === group.id ? group : each)) }
  })
}

/** A group gives its members roles, so everything about users is asked for anew, and where groups are chosen from. */
export async function forgetGroups(queries: QueryClient) {
  await Promise.all([
    queries.invalidateQueries({ queryKey: usersKey }),
    queries.invalidateQueries({ queryKey: ['rollcall', 'groups'] }),
  ])
}
