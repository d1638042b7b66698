import { Can, useCan } from '@rollcall/react'
import { Missing } from '../missing.tsx'
import { MenuLink } from '../shell.tsx'
import { SignedIn } from '../signed-in.tsx'
import { SurveyOverview } from './survey-overview.tsx'
import { SurveyPeople } from './survey-people.tsx'
import { State } from './surveys-page.tsx'
import { useSurveys } from './surveys-query.ts'

/** One survey: what it is, and who may do what with it. */
export function SurveyPage({ surveyId, tab }: { surveyId: string; tab: string | undefined }) {
  return (
    <SignedIn>
      <OneSurvey surveyId={surveyId} tab={tab} />
    </SignedIn>
  )
}

function OneSurvey({ surveyId, tab }: { surveyId: string; tab: string | undefined }) {
  const { data: surveys } = useSurveys()
  const place = { type: 'survey', id: surveyId }
  const manages = useCan('access.assign', place)
  const survey = surveys?.find(({ id }) => id === surveyId)
  if (!surveys) return null
  if (!survey) {
    return (
      <Missing title="There is no such survey" to="/surveys" words="To your surveys">
        It may exist; you have no role on it.
      </Missing>
    )
  }
  const users = tab === 'users' && manages
  return (
    <section className="host-page host-wide">
      <header className="host-head">
        <h1>
          <bdi>{survey.name}</bdi>
        </h1>
        <State of={survey.state} />
      </header>
      <nav className="host-tabs" aria-label={survey.name}>
        <MenuLink to={`/surveys/${surveyId}`} current={!users}>
          Overview
        </MenuLink>
        <Can right="access.assign" resource={place}>
          <MenuLink to={`/surveys/${surveyId}/users`} current={users}>
            Manage users
          </MenuLink>
        </Can>
      </nav>
      {users ? <SurveyPeople survey={survey} /> : <SurveyOverview survey={survey} />}
    </section>
  )
}
