import { useQuery } from '@tanstack/react-query'
import { ask } from '../ask.ts'
import './outgoing.css'

interface TextMessage {
  id: string
  phone: string
  name: string
  text: string
  at: string
}

/** What the demo's text message gateway was handed. A tool for developers, like the mailbox. */
export function TextMessagesPage() {
  const { data: messages } = useQuery({
    queryKey: ['demo', 'text-messages'],
    queryFn: (): Promise<TextMessage[]> => ask('/demo/text-messages'),
    refetchInterval: 2_000,
  })
  return (
    <section className="host-page">
      <h1>Text messages</h1>
      <p className="host-lead">
        A channel of the app store’s own for temporary passwords: it reaches people with a phone number. What it was
        handed since the start is kept here instead of being sent. A tool of the demo; no product has such a page.
      </p>
      {messages?.length === 0 && (
        <p className="host-lead">Nothing yet. Issue a temporary password for somebody with a phone number.</p>
      )}
      <ol className="host-texts" aria-label="Text messages, newest first">
        {messages?.map(({ id, phone, name, text, at }) => (
          <li key={id}>
            <header>
              <bdi>{name}</bdi>, <bdi>{phone}</bdi>
            </header>
            <p>{text}</p>
            <time dateTime={at}>{new Date(at).toLocaleString('en-GB')}</time>
          </li>
        ))}
      </ol>
    </section>
  )
}
