import { usePath } from '../route.ts'
import { MenuLink } from '../shell.tsx'
import { AdminMenu } from './admin-menu.tsx'

export function Menu() {
  const path = usePath()
  return (
    <>
      <MenuLink to="/surveys">Surveys</MenuLink>
      <AdminMenu key={path} path={path} />
      <MenuLink to="/profile">My profile</MenuLink>
    </>
  )
}
