import { useQuery } from '@tanstack/react-query'
import { ask } from '../ask.ts'
import './outgoing.css'

interface Event {
  id: string
  type: string
  at: number
  email: string
}

/** What Rollcall told the app store's other systems. A tool for developers, like the mailbox. */
export function EventsPage() {
  const { data: events } = useQuery({
    queryKey: ['demo', 'events'],
    queryFn: (): Promise<Event[]> => ask('/demo/events'),
    refetchInterval: 2_000,
  })
  return (
    <section className="host-page">
      <h1>Events</h1>
      <p className="host-lead">
        What Rollcall told the app store since the start, each after the change was kept. The app store listens for
        deletions, and forgets who uploaded which build. A tool of the demo; no product has such a page.
      </p>
      {events?.length === 0 && <p className="host-lead">Nothing yet. Invite somebody.</p>}
      <ol className="host-events" aria-label="Events, newest first">
        {events?.map(({ id, type, at, email }) => (
          <li key={id}>
            <code>{type}</code>
            <bdi>{email}</bdi>
            <time dateTime={new Date(at).toISOString()}>{new Date(at).toLocaleTimeString('en-GB')}</time>
          </li>
        ))}
      </ol>
    </section>
  )
}
