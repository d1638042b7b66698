import { addressOf, go } from './route.ts'

/** Where a table of users leads: to each one's page below `path`. */
export function usersBelow(path: string) {
  const pathOf = ({ id }: { id: string }) => `${path}/${encodeURIComponent(id)}`
  return {
    userHref: (user: { id: string }) => addressOf(pathOf(user)),
    onOpenUser: (user: { id: string }) => go(pathOf(user)),
  }
}
