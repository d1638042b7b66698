import { Can, useCan } from '@rollcall/react'
import { linkTo } from '../route.ts'
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
      <section className="host-page">
        <h1>There is no such survey</h1>
        <p className="host-lead">It may exist; you have no role on it.</p>
        <a {...linkTo('/surveys')}>To your surveys</a>
      </section>
    )
  }
  const users = tab === 'users' && manages
  const link = (to: string, words: string, current: boolean) => (
    <a {...linkTo(to)} aria-current={current ? 'page' : undefined}>
      {words}
    </a>
  )
  return (
    <section className="host-page host-wide">
      <header className="host-head">
        <h1>
          <bdi>{survey.name}</bdi>
        </h1>
        <State of={survey.state} />
      </header>
      <nav className="host-tabs" aria-label={survey.name}>
        {link(`/surveys/${surveyId}`, 'Overview', !users)}
        <Can right="access.assign" resource={place}>
          {link(`/surveys/${surveyId}/users`, 'Manage users', users)}
        </Can>
      </nav>
      {users ? <SurveyPeople survey={survey} /> : <SurveyOverview survey={survey} />}
    </section>
  )
}
