import type { ReactNode } from 'react'
import { MailboxPage } from '../demo/mailbox-page.tsx'
import { useLook } from '../look.ts'
import { NotFound } from '../not-found.tsx'
import { Product } from '../product.tsx'
import { ProfilePage } from '../profile-page.tsx'
import { usePath } from '../route.ts'
import { visitorPages } from '../visitor-pages.tsx'
import { AuditPage, GroupsPage, RolesPage, SecurityPage, SystemUserPage, SystemUsersPage } from './admin-pages.tsx'
import { NewSurveyPage } from './new-survey-page.tsx'
import { Logo, Shell } from './shell.tsx'
import { SurveyPage } from './survey-page.tsx'
import { SurveysPage } from './surveys-page.tsx'
import './survey-platform.css'

const brand = (
  <>
    <Logo /> Northwind Surveys
  </>
)

const PAGES: Record<string, () => ReactNode> = {
  ...visitorPages(brand, '/surveys'),
  '/': SurveysPage,
  '/surveys': SurveysPage,
  '/surveys/new': NewSurveyPage,
  '/admin/users': SystemUsersPage,
  '/admin/roles': RolesPage,
  '/admin/groups': GroupsPage,
  '/admin/audit': AuditPage,
  '/admin/security': SecurityPage,
  '/profile': ProfilePage,
}

export function App() {
  const [look, setLook] = useLook()
  const path = usePath()
  return (
    <Product look={look}>
      <Shell path={path} look={look} onLook={setLook}>
        <Page path={path} />
      </Shell>
    </Product>
  )
}

function Page({ path }: { path: string }) {
  const Known = PAGES[path]
  if (Known) return <Known />
  const [, section, id = '', part] = path.split('/')
  if (section === 'admin' && id === 'users' && part)
    return <SystemUserPage key={part} userId={decodeURIComponent(part)} />
  if (section === 'surveys' && id) return <SurveyPage key={id} surveyId={id} tab={part} />
  if (section === 'mailbox') return <MailboxPage mailId={id || undefined} />
  return <NotFound />
}
