import { type Me, useMe } from '@rollcall/react/users'
import { MenuLink } from '../shell.tsx'

export function Menu() {
  const person = useMe().data
  return (
    <>
      <MenuLink to="/apps">Apps</MenuLink>
      {person && seesUsers(person) && <MenuLink to="/users">Users</MenuLink>}
      <MenuLink to="/profile">My profile</MenuLink>
    </>
  )
}

/** On the whole product, or on an app of theirs. */
function seesUsers({ rights, scopedRights }: Me): boolean {
  return [rights, ...Object.values(scopedRights)].some((held) => held.includes('users.read'))
}
