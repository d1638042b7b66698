import { useQuery } from '@tanstack/react-query'
import { linkTo } from './route.ts'

interface DemoAccount {
  email: string
  password: string
  name: string
  note: string
}

/** Says what this is and as whom one can look at it. */
export function FrontPage() {
  const { data: accounts = [] } = useQuery({
    queryKey: ['demo', 'accounts'],
    queryFn: async (): Promise<DemoAccount[]> => (await fetch('/demo/accounts')).json(),
  })
  return (
    <section className="host-page">
      <h1>An app store with Rollcall inside</h1>
      <p className="host-lead">
        The frame, the colours and this page belong to the app store. The users, their invitations and their sign-in are
        Rollcall’s components, over a real server: a SQLite file, argon2id, mail by SMTP.
      </p>
      <h2>Sign in as</h2>
      <ul className="host-accounts">
        {accounts.map(({ email, name, note }) => (
          <li key={email}>
            <a {...linkTo(`/sign-in?as=${encodeURIComponent(email)}`)}>
              <bdi>{name}</bdi>
            </a>
            <span>{note}</span>
            <code>{email}</code>
          </li>
        ))}
      </ul>
      <p>
        Everybody’s password: <code className="host-password">{accounts[0]?.password ?? '…'}</code>
      </p>
      <h2>Try this</h2>
      <ol>
        <li>Sign in as Tomasz Wójcik and invite somebody on the Users page; any address will do.</li>
        <li>
          Read the invitation in the <a {...linkTo('/mailbox')}>mailbox</a>, and register with its link. A private
          window keeps you signed in as Tomasz in this one.
        </li>
        <li>Tomasz has mail too now: he is told who registered.</li>
        <li>Type a wrong password five times. Then unlock the account: press the red lock on the Users page.</li>
        <li>
          Sign in as Mei-Lin Zhao, make an app, and give somebody a role on it. Then delete Mei-Lin as Tomasz: whoever
          manages users has mail.
        </li>
        <li>
          On Óscar’s page, issue a temporary password by <a {...linkTo('/text-messages')}>text message</a>, or generate
          an API token and upload a build of Field Notes with it.
        </li>
      </ol>
    </section>
  )
}
