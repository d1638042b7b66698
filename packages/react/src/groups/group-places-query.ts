import { useQuery } from '@tanstack/react-query'
import { resourcesQuery } from '../access/resources-query.ts'
import { policyQuery } from '../system/policy-query.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { groupsQuery } from './groups-query.ts'

interface GroupGrant {
  readonly role: string
  readonly scope: string
}

/** Where groups give roles: names of roles and resources, and what the reader may give and take. */
export function useGroupPlaces() {
  const { client } = useRollcall()
  const groups = useQuery(groupsQuery(client)).data
  const resources = useQuery(resourcesQuery(client)).data
  const roles = useQuery(policyQuery(client)).data?.administration?.roles

  const roleName = (id: string) => roles?.find((role) => role.id === id)?.name ?? id
  const resourceName = (id: string) =>
    [...(resources ?? []), ...(groups?.resources ?? [])].find((resource) => resource.id === id)?.name ?? id

  /** True until known: the server decides. */
  const mayGive = ({ role, scope }: GroupGrant) =>
    resources?.find(({ id }) => id === scope)?.mayGrant.includes(role) ??
    roles?.find(({ id }) => id === role)?.mayGrant ??
    true

  return {
    roleName,
    resourceName,
    mayGive,
    /** Whether everything the group gives is the reader's to give, so that they may decide who is in it. */
    covers: ({ grants }: { readonly grants: readonly GroupGrant[] }) => grants.every(mayGive),
    /** Resources with the roles on them that the reader may have the group give. */
    places: (resources ?? []).flatMap(({ id, name, mayGrant }) => {
      const given = (groups?.roles ?? []).filter((role) => mayGrant.includes(role))
      return given.length > 0 ? [{ id, name, roles: given.map((role) => ({ id: role, name: roleName(role) })) }] : []
    }),
  }
}

export type GroupPlaces = ReturnType<typeof useGroupPlaces>
