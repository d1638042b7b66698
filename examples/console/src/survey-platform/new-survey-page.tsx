import { useCan } from '@rollcall/react'
import type { FormEvent } from 'react'
import { go, linkTo } from '../route.ts'
import { SignedIn } from '../signed-in.tsx'
import { useCreateSurvey } from './surveys-query.ts'

const TEMPLATES = { 'customer-satisfaction': 'Customer satisfaction', 'event-feedback': 'Event feedback' } as const

/** From a template, or, from Survey Creator upwards, from nothing. */
export function NewSurveyPage() {
  return (
    <SignedIn>
      <section className="host-page">
        <h1>New survey</h1>
        <NewSurvey />
      </section>
    </SignedIn>
  )
}

function NewSurvey() {
  const fromNothing = useCan('surveys.create')
  const create = useCreateSurvey()
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const template = String(data.get('template'))
    const wish = { name: String(data.get('name')).trim(), ...(template && { template }) }
    create.mutate(wish, { onSuccess: ({ id }) => go(`/surveys/${id}`) })
  }
  return (
    <form className="host-form" onSubmit={send}>
      <label>
        Name
        <input name="name" required pattern=".*\S.*" maxLength={80} />
      </label>
      <label>
        Begin with
        <select name="template">
          {Object.entries(TEMPLATES).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          {fromNothing && <option value="">Nothing</option>}
        </select>
      </label>
      {create.isError && (
        <p className="host-problem" role="alert">
          The survey was not made. {create.error.message}
        </p>
      )}
      <footer className="host-row">
        <button type="submit" className="host-button" disabled={create.isPending}>
          Create survey
        </button>
        <a {...linkTo('/surveys')}>Cancel</a>
      </footer>
    </form>
  )
}
