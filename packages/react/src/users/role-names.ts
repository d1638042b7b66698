import type { Translate } from '../messages/translate.ts'
import type { Role } from './roles-query.ts'
import type { User } from './users-query.ts'

/** The roles of a user by name, each once; those on one resource with it. */
export function roleNames(t: Translate, { grants }: Pick<User, 'grants'>, roles: readonly Role[]): string[] {
  const names = grants.map(({ role, scope }) => {
    const name = roles.find(({ id }) => id === role)?.name ?? role
    return scope === null ? name : t('users.scopedRole', { role: name, resource: scope })
  })
  return [...new Set(names)]
}
