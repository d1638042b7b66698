import { type AdminPart, useOpenParts } from '../admin.tsx'
import { MenuLink } from '../shell.tsx'

const PARTS: readonly AdminPart[] = [
  { path: '/admin/users', name: 'User Management', right: 'users.read' },
  { path: '/admin/import', name: 'Import', right: 'users.import' },
  { path: '/admin/apps', name: 'Apps and Instances', right: 'resources.manage' },
  { path: '/admin/settings', name: 'Settings', right: 'settings.edit' },
]

/** Everybody's pages, and beneath them those of the Admin Console that one may open. */
export function Menu() {
  const parts = useOpenParts(PARTS)
  return (
    <>
      <MenuLink to="/home">Home</MenuLink>
      <MenuLink to="/profile">My profile</MenuLink>
      {parts.length > 0 && (
        <section aria-labelledby="admin-console">
          <h2 id="admin-console">Admin Console</h2>
          {parts.map(({ path, name }) => (
            <MenuLink key={path} to={path}>
              {name}
            </MenuLink>
          ))}
        </section>
      )}
    </>
  )
}
