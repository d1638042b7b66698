import { type FormEvent, useState } from 'react'
import { go, linkTo } from '../route.ts'
import { SignedIn } from '../signed-in.tsx'
import { AppPeople } from './app-people.tsx'
import { type App, PLATFORMS, useApps, useCreateApp } from './apps-query.ts'
import './apps.css'

type Wish = Pick<App, 'name' | 'platform' | 'summary'>

const STEPS = ['App', 'Listing', 'People'] as const

/** Makes an app in three steps; before the last one it is registered, so that people can be given roles on it. */
export function NewAppPage({ appId }: { appId?: string }) {
  const [wish, setWish] = useState<Partial<Wish>>({})
  const [named, setNamed] = useState(false)
  return (
    <SignedIn>
      <section className={appId ? 'host-page host-wide' : 'host-page'}>
        <h1>New app</h1>
        <Steps current={appId ? 2 : named ? 1 : 0} />
        {appId ? (
          <PeopleStep appId={appId} />
        ) : named ? (
          <ListingStep wish={wish} onBack={() => setNamed(false)} onChange={setWish} />
        ) : (
          <AppStep
            wish={wish}
            onNext={(next) => {
              setWish({ ...wish, ...next })
              setNamed(true)
            }}
          />
        )}
      </section>
    </SignedIn>
  )
}

function Steps({ current }: { current: number }) {
  return (
    <ol className="host-steps">
      {STEPS.map((step, index) => (
        <li key={step} aria-current={index === current ? 'step' : undefined} data-done={index < current}>
          {step}
        </li>
      ))}
    </ol>
  )
}

function AppStep({ wish, onNext }: { wish: Partial<Wish>; onNext: (wish: Pick<Wish, 'name' | 'platform'>) => void }) {
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    onNext({ name: String(data.get('name')).trim(), platform: data.get('platform') === 'android' ? 'android' : 'ios' })
  }
  return (
    <form className="host-form" onSubmit={send}>
      <label>
        Name
        <input name="name" defaultValue={wish.name} required pattern=".*\S.*" maxLength={60} />
      </label>
      <label>
        Platform
        <select name="platform" defaultValue={wish.platform}>
          {Object.entries(PLATFORMS).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <footer className="host-row">
        <button type="submit" className="host-button">
          Continue
        </button>
        <a {...linkTo('/apps')}>Cancel</a>
      </footer>
    </form>
  )
}

interface ListingStepProps {
  wish: Partial<Wish>
  onBack: () => void
  onChange: (wish: Partial<Wish>) => void
}

function ListingStep({ wish, onBack, onChange }: ListingStepProps) {
  const create = useCreateApp()
  const { name = '', platform = 'ios', summary = '' } = wish
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    create.mutate({ name, platform, summary }, { onSuccess: ({ id }) => go(`/apps/new/${id}`) })
  }
  return (
    <form className="host-form" onSubmit={send}>
      <label>
        What it does, in one sentence
        <textarea
          value={summary}
          maxLength={200}
          rows={3}
          onChange={({ target }) => onChange({ ...wish, summary: target.value })}
        />
      </label>
      {create.isError && (
        <p className="host-problem" role="alert">
          The app was not made. {create.error.message}
        </p>
      )}
      <footer className="host-row">
        <button type="submit" className="host-button" disabled={create.isPending}>
          Create app
        </button>
        <button type="button" className="host-plain" onClick={onBack}>
          Back
        </button>
      </footer>
    </form>
  )
}

function PeopleStep({ appId }: { appId: string }) {
  const app = useApps().data?.find(({ id }) => id === appId)
  if (!app) return null
  return (
    <>
      <p className="host-lead" role="status">
        <bdi>{app.name}</bdi> is there, and you own it. Who works on it with you? You can do this later too.
      </p>
      <AppPeople app={app} />
      <footer className="host-row">
        <a className="host-button" {...linkTo(`/apps/${appId}`)}>
          Done
        </a>
      </footer>
    </>
  )
}
