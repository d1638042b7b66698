import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { CHAPTERS } from './chapters.tsx'
import { useLook } from './look.ts'

interface Shown {
  id: string
  name: string
  accounts: { identifier: string; password: string; name: string; note: string }[]
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
        <h1>Three products with Rollcall inside</h1>
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
        {accounts.map(({ identifier, name: person, note }) => (
          <li key={identifier}>
            <a href={`/${id}/sign-in?as=${encodeURIComponent(identifier)}`}>
              <bdi>{person}</bdi>
            </a>
            <span>{note}</span>
            <code>
              <bdi>{identifier}</bdi>
            </code>
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
