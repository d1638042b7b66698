import { Product } from '../product.tsx'
import { linkTo } from '../route.ts'
import { AppPage } from './app-page.tsx'
import { AppsPage } from './apps-page.tsx'
import { EventsPage } from './events-page.tsx'
import { Logo } from './logo.tsx'
import { Menu } from './menu.tsx'
import { NewAppPage } from './new-app-page.tsx'
import { TextMessagesPage } from './text-messages-page.tsx'
import { UserPage, UsersPage } from './users-page.tsx'

export const App = () => (
  <Product
    name="App Store"
    logo={<Logo />}
    home="/apps"
    menu={<Menu />}
    tools={
      <>
        , <a {...linkTo('/text-messages')}>text messages</a> and <a {...linkTo('/events')}>events</a>
      </>
    }
    pages={{
      '/': <AppsPage />,
      '/apps': <AppsPage />,
      '/apps/': (appId, tab) => <AppPage key={appId} appId={appId} tab={tab} />,
      '/apps/new': <NewAppPage />,
      '/apps/new/': (appId) => <NewAppPage appId={appId} />,
      '/users': <UsersPage />,
      '/users/': (userId) => <UserPage key={userId} userId={userId} />,
      '/text-messages': <TextMessagesPage />,
      '/events': <EventsPage />,
    }}
  />
)
