import { ImpersonationBanner } from '@rollcall/react/impersonation'
import { Product } from '../product.tsx'
import { go } from '../route.ts'
import { AuditPage, GroupsPage, RolesPage, SecurityPage, SystemUserPage, SystemUsersPage } from './admin-pages.tsx'
import { Logo } from './logo.tsx'
import { Menu } from './menu.tsx'
import { NewSurveyPage } from './new-survey-page.tsx'
import { SurveyPage } from './survey-page.tsx'
import { SurveysPage } from './surveys-page.tsx'
import './survey-platform.css'

/** Who acts as somebody else is reminded of it above everything, on every page. */
export const App = () => (
  <Product
    name="Surveys"
    logo={<Logo />}
    home="/surveys"
    menu={<Menu />}
    banner={<ImpersonationBanner onStopped={() => go('/surveys')} />}
    pages={{
      '/': <SurveysPage />,
      '/surveys': <SurveysPage />,
      '/surveys/': (surveyId, tab) => <SurveyPage key={surveyId} surveyId={surveyId} tab={tab} />,
      '/surveys/new': <NewSurveyPage />,
      '/admin/users': <SystemUsersPage />,
      '/admin/users/': (userId) => <SystemUserPage key={userId} userId={userId} />,
      '/admin/roles': <RolesPage />,
      '/admin/groups': <GroupsPage />,
      '/admin/audit': <AuditPage />,
      '/admin/security': <SecurityPage />,
    }}
  />
)
