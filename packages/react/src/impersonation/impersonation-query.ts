import { usePolicy } from '../system/policy-query.ts'
import { useMe } from '../users/me-query.ts'

/** Who is acted as, and their role on the whole product by name; undefined until known and while nobody acts. */
export function useActedAs() {
  const me = useMe().data
  const roles = usePolicy().data?.administration?.roles
  if (!me?.impersonation) return undefined
  const held = me.grants.filter(({ scope }) => scope === null).map(({ role }) => role)
  return { me, impersonation: me.impersonation, role: roles?.find(({ id }) => held.includes(id))?.name }
}

export type ActedAs = NonNullable<ReturnType<typeof useActedAs>>

/** Minutes after which acting as somebody else ends by itself; undefined until known. */
export function useImpersonationLimit(): number | undefined {
  return usePolicy().data?.administration?.impersonation?.minutes
}
