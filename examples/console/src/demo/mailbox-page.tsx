import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../ask.ts'
import { addressOf, linkTo } from '../route.ts'
import './mailbox.css'

interface MailHead {
  id: string
  to: string
  from: string
  subject: string
  receivedAt: string
}

/** What the demo's SMTP server received. A tool for developers beside the product: it asks nobody to sign in. */
export function MailboxPage({ mailId }: { mailId?: string }) {
  const { data: mails } = useQuery({
    queryKey: ['demo', 'mails'],
    queryFn: (): Promise<MailHead[]> => ask('/demo/mails'),
    refetchInterval: 2_000,
  })
  const shown = mails?.find(({ id }) => id === mailId)
  return (
    <section className="host-page host-wide">
      <h1>Mailbox</h1>
      <p className="host-lead">
        Everything this product sent, to anybody, as it arrived at an SMTP server on this machine. A tool of the demo;
        no product has such a page.
      </p>
      <div className="host-mailbox" data-open={shown ? 'yes' : 'no'}>
        <ol className="host-mails" aria-label="Mails, newest first">
          {mails?.map((mail) => (
            <li key={mail.id}>
              <a {...linkTo(`/mailbox/${mail.id}`)} aria-current={mail.id === mailId ? 'true' : undefined}>
                <b>{mail.subject}</b>
                <span>
                  <bdi>{mail.to}</bdi>
                </span>
                <time dateTime={mail.receivedAt}>{new Date(mail.receivedAt).toLocaleString('en-GB')}</time>
              </a>
            </li>
          ))}
        </ol>
        {shown ? (
          <Mail key={shown.id} head={shown} />
        ) : (
          <p className="host-mail host-none">Choose a mail to read it.</p>
        )}
      </div>
    </section>
  )
}

function Mail({ head }: { head: MailHead }) {
  const [plain, setPlain] = useState(false)
  const { data: mail } = useQuery({
    queryKey: ['demo', 'mails', head.id],
    queryFn: (): Promise<{ text: string }> => ask(`/demo/mails/${head.id}`),
  })
  return (
    <article className="host-mail" aria-label={head.subject}>
      <header>
        <h2>{head.subject}</h2>
        <p>
          To <bdi>{head.to}</bdi>, from <bdi>{head.from}</bdi>
        </p>
        <label>
          <input type="checkbox" checked={plain} onChange={({ target }) => setPlain(target.checked)} /> As plain text
        </label>
      </header>
      {plain ? (
        <pre>{mail?.text}</pre>
      ) : (
        <iframe
          title="The mail"
          src={addressOf(`/demo/mails/${head.id}/html`)}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
        />
      )}
    </article>
  )
}
