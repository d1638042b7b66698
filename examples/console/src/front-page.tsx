import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useLook } from './look.ts'

interface Shown {
  id: string
  name: string
  accounts: { email: string; password: string; name: string; note: string }[]
}

interface Chapter {
  lead: string
  try: ReactNode[]
}

const queryClient = new QueryClient()

/** Says what this is, which products there are, and as whom one can look at each. */
export function FrontPage() {
  useLook()
  return (
    <QueryClientProvider client={queryClient}>
      <div className="host">
        <header className="host-bar">
          <span className="host-brand">Rollcall console</span>
        </header>
        <main>
          <Products />
        </main>
      </div>
    </QueryClientProvider>
  )
}

function Products() {
  const { data: products = [] } = useQuery({
    queryKey: ['products'],
    queryFn: async (): Promise<Shown[]> => (await fetch('/demo/products')).json(),
  })
  return (
    <>
      <section className="host-page">
        <h1>Two products with Rollcall inside</h1>
        <p className="host-lead">
          Each has its own frame, colours, pages and rules. The users, their invitations and their sign-in are
          Rollcall’s components, over a real server: a SQLite file each, argon2id, mail by SMTP.
        </p>
        <p>
          Everybody’s password: <code className="host-password">{products[0]?.accounts[0]?.password ?? '…'}</code>
        </p>
      </section>
      <div className="host-products">
        {products.map((product) => (
          <Product key={product.id} {...product} />
        ))}
      </div>
    </>
  )
}

function Product({ id, name, accounts }: Shown) {
  const chapter = CHAPTERS[id]
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        <a href={`/${id}/`}>{name}</a>
      </h2>
      <p>{chapter?.lead}</p>
      <h3>Sign in as</h3>
      <ul className="host-accounts">
        {accounts.map(({ email, name: person, note }) => (
          <li key={email}>
            <a href={`/${id}/sign-in?as=${encodeURIComponent(email)}`}>
              <bdi>{person}</bdi>
            </a>
            <span>{note}</span>
            <code>{email}</code>
          </li>
        ))}
      </ul>
      <h3>Try this</h3>
      <ol>
        {chapter?.try.map((step, index) => (
          <li key={index}>{step}</li>
        ))}
      </ol>
    </section>
  )
}

const CHAPTERS: Record<string, Chapter> = {
  'app-store': {
    lead: 'People come by invitation, and hold roles on the whole store or on single apps.',
    try: [
      'Sign in as Tomasz Wójcik and invite somebody on the Users page; any address will do.',
      <>
        Read the invitation in the <a href="/app-store/mailbox">mailbox</a>, and register with its link. A private
        window keeps you signed in as Tomasz in this one.
      </>,
      'Tomasz has mail too now: he is told who registered.',
      'Type a wrong password five times. Then unlock the account: press the red lock on the Users page.',
      'Sign in as Mei-Lin Zhao, make an app, and give somebody a role on it. Then delete Mei-Lin as Tomasz: whoever manages users has mail.',
      <>
        On Óscar’s page, issue a temporary password by <a href="/app-store/text-messages">text message</a>, or generate
        an API token and upload a build of Field Notes with it.
      </>,
    ],
  },
  'survey-platform': {
    lead: 'Seven ranks, each with the rights of those below. Whoever changes an account stands above its owner.',
    try: [
      'Open Admin, System Users as Elif Yılmaz, then as Rana Al-Khatib: others are seen, and other things may be done.',
      'As Rana, press the red locks of Silvia and Pavel. Only Silvia, who stands below, can be sent words of your own.',
      'Press the purple clock of somebody unused for eight months, and the gray key of an invitation that expired.',
      'As Amara Okafor, act as Kwame Mensah and look at his survey. Then read the audit as Rana: it names both.',
      <>
        Drag the columns of System Users into another order, make one wider, reload. Mail is in the{' '}
        <a href="/survey-platform/mailbox">mailbox</a>.
      </>,
    ],
  },
}
