import { Can, useCan } from '@rollcall/react'
import type { FormEvent } from 'react'
import { type Survey, useEditSurvey, useFieldSurvey } from './surveys-query.ts'

/** What the survey says; for whoever may, its results, its field work and its text to change. */
export function SurveyOverview({ survey }: { survey: Survey }) {
  const place = { type: 'survey', id: survey.id }
  const edits = useCan('survey.edit', place)
  return (
    <>
      <dl className="host-facts">
        <div>
          <dt>Questions</dt>
          <dd>{survey.questions}</dd>
        </div>
        {survey.answers !== undefined && (
          <div>
            <dt>Answers</dt>
            <dd>{survey.answers.toLocaleString('en-GB')}</dd>
          </div>
        )}
      </dl>
      {edits ? <Edit survey={survey} /> : <p className="host-lead">{survey.introduction}</p>}
      <Can right="survey.field" resource={place}>
        <FieldWork survey={survey} />
      </Can>
    </>
  )
}

function Edit({ survey: { id, name, introduction } }: { survey: Survey }) {
  const edit = useEditSurvey(id)
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    edit.mutate({ name: String(data.get('name')), introduction: String(data.get('introduction')) })
  }
  return (
    <form className="host-form" onSubmit={send}>
      <label>
        Name
        <input name="name" defaultValue={name} required pattern=".*\S.*" maxLength={80} />
      </label>
      <label>
        Introduction
        <textarea name="introduction" defaultValue={introduction} maxLength={400} rows={3} />
      </label>
      <footer className="host-row">
        <button type="submit" className="host-button" disabled={edit.isPending}>
          Save survey
        </button>
        <span role="status">{edit.isSuccess && 'Saved.'}</span>
        {edit.isError && (
          <span className="host-problem" role="alert">
            That was not saved. {edit.error.message}
          </span>
        )}
      </footer>
    </form>
  )
}

function FieldWork({ survey: { id, state } }: { survey: Survey }) {
  const field = useFieldSurvey(id)
  const step = state === 'live' ? 'close' : 'publish'
  return (
    <section className="host-field">
      <h2>Field work</h2>
      <p>
        {state === 'live'
          ? 'People are answering. Closing it takes no more answers.'
          : 'Nobody can answer yet. Publishing it opens the link that was sent to the panel.'}
      </p>
      <footer className="host-row">
        <button type="button" className="host-button" disabled={field.isPending} onClick={() => field.mutate(step)}>
          {step === 'close' ? 'Close survey' : 'Publish survey'}
        </button>
        {field.isError && (
          <span className="host-problem" role="alert">
            That did not work. {field.error.message}
          </span>
        )}
      </footer>
    </section>
  )
}
