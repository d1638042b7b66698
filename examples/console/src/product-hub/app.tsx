import { Product } from '../product.tsx'
import { AppsAndInstancesPage, ImportPage, SettingsPage, UserManagementPage, UserPage } from './admin-pages.tsx'
import { HomePage } from './home-page.tsx'
import { InstancePage } from './instance-page.tsx'
import { Logo } from './logo.tsx'
import { Menu } from './menu.tsx'
import './product-hub.css'

export const App = () => (
  <Product
    name="Compliance Hub"
    logo={<Logo />}
    home="/home"
    menu={<Menu />}
    pages={{
      '/': <HomePage />,
      '/home': <HomePage />,
      '/instances/': (instanceId) => <InstancePage key={instanceId} instanceId={instanceId} />,
      '/admin/apps': <AppsAndInstancesPage />,
      '/admin/import': <ImportPage />,
      '/admin/import/': (importId) => <ImportPage importId={importId} />,
      '/admin/settings': <SettingsPage />,
      '/admin/users': <UserManagementPage />,
      '/admin/users/': (userId) => <UserPage key={userId} userId={userId} />,
    }}
  />
)
