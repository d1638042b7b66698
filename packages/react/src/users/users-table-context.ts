import { createContext, useContext } from 'react'
import type { Role } from './roles-query.ts'
import type { User, UsersPage } from './users-query.ts'

/** What can be begun from a row. */
export type UserAct = 'unlock' | 'resend' | 'revoke'

interface UsersTableParts {
  readonly roles: readonly Role[]
  /** Those that roles of the page are held on. */
  readonly resources: UsersPage['resources']
  readonly begin: (act: UserAct, user: User) => void
  readonly onOpenUser: ((user: User) => void) | undefined
  readonly userHref: ((user: User) => string) | undefined
}

export const UsersTableContext = createContext<UsersTableParts | null>(null)

/** What the cells of a users table share. */
export function useUsersTable(): UsersTableParts {
  const parts = useContext(UsersTableContext)
  if (!parts) throw new Error('Cells of the users table stand in a <UsersTable>.')
  return parts
}
