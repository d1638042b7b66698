import { createContext, useContext } from 'react'
import type { UsersPolicy } from './roles-query.ts'
import type { User, UsersPage } from './users-query.ts'

/** What can be begun from a row. */
export type UserAct = 'edit' | 'sendWelcome' | 'unlock' | 'reactivate' | 'resend' | 'revoke' | 'impersonate' | 'delete'

interface UsersTableParts extends UsersPolicy {
  /** Those that roles of the page are held on. */
  readonly resources: UsersPage['resources']
  /** Whether addresses have a column of their own, so that the name's cell need not show them. */
  readonly emailShown: boolean
  /** People are set up in full here, and their accounts edited whole. */
  readonly creates: boolean
  readonly begin: (act: UserAct, user: User) => void
  /** Opens the menu of a row beside the button that was pressed, or closes it. */
  readonly toggleMenu: (user: User, button: HTMLElement) => void
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

/** The way to somebody's details, where the host has one. */
export function useOpenUser(): ((user: User) => void) | undefined {
  const { onOpenUser, userHref } = useUsersTable()
  return onOpenUser ?? (userHref && ((user) => window.location.assign(userHref(user))))
}
