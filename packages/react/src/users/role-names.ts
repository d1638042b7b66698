import '../messages/en-GB/users.ts'
import type { Translate } from '../messages/translate.ts'
import type { Role } from './roles-query.ts'
import type { User } from './users-query.ts'

interface Holder extends Pick<User, 'grants'> {
  /** Names of the resources, where they are known. */
  resources?: readonly { id: string; name: string }[]
}

/** The roles of a user by name, each once; those on one resource with it. */
export function roleNames(t: Translate, { grants, resources = [] }: Holder, roles: readonly Role[]): string[] {
  const names = grants.map(({ role, scope }) => {
    const name = roles.find(({ id }) => id === role)?.name ?? role
    if (scope === null) return name
    const resource = resources.find(({ id }) => id === scope)?.name ?? scope
    return t('users.scopedRole', { role: name, resource })
  })
  return [...new Set(names)]
}
