import { Product } from '../product.tsx'
import { ProfilePage } from '../profile-page.tsx'
import { UserManagementPage, UserPage } from './admin-pages.tsx'
import { InstancePage } from './instance-page.tsx'
import { Logo } from './logo.tsx'
import { Menu } from './menu.tsx'
import './product-hub.css'

export const App = () => (
  <Product
    name="Compliance Hub"
    logo={<Logo />}
    home="/"
    menu={<Menu />}
    pages={{
      '/': <ProfilePage />,
      '/instances/': (instanceId) => <InstancePage key={instanceId} instanceId={instanceId} />,
      '/admin/users': <UserManagementPage />,
      '/admin/users/': (userId) => <UserPage key={userId} userId={userId} />,
    }}
  />
)
