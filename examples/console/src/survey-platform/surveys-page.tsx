import { Can } from '@rollcall/react'
import { linkTo } from '../route.ts'
import { SignedIn } from '../signed-in.tsx'
import { STATES, useSurveys } from './surveys-query.ts'

export function SurveysPage() {
  return (
    <SignedIn>
      <SurveyList />
    </SignedIn>
  )
}

function SurveyList() {
  const { data: surveys } = useSurveys()
  return (
    <section className="host-page host-wide">
      <header className="host-head">
        <h1>Surveys</h1>
        <Can right="surveys.createFromTemplate">
          <a className="host-button" {...linkTo('/surveys/new')}>
            New survey
          </a>
        </Can>
      </header>
      {surveys?.length === 0 && (
        <p className="host-lead">You have no survey yet. The maker of one gives you a role on it.</p>
      )}
      {surveys && surveys.length > 0 && (
        <table className="host-table">
          <thead>
            <tr>
              <th>Survey</th>
              <th>State</th>
              <th>Questions</th>
              <th>Answers</th>
            </tr>
          </thead>
          <tbody>
            {surveys.map(({ id, name, introduction, state, questions, answers }) => (
              <tr key={id}>
                <td>
                  <a {...linkTo(`/surveys/${id}`)}>
                    <bdi>{name}</bdi>
                  </a>
                  <small>{introduction}</small>
                </td>
                <td>
                  <State of={state} />
                </td>
                <td data-number>{questions}</td>
                <td data-number>{answers?.toLocaleString('en-GB') ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

export function State({ of: state }: { of: keyof typeof STATES }) {
  return (
    <span className="host-state" data-state={state}>
      {STATES[state]}
    </span>
  )
}
