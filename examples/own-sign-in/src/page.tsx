import { createClient } from '@rollcall/client'
import { Can, ImpersonationBanner, RollcallProvider, UserDetails, UsersTable } from '@rollcall/react'
import { useMe } from '@rollcall/react/users'
import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { type HostSignIn, SignIn } from './sign-in.tsx'
import '@rollcall/react/styles.css'

function Northwind({ host }: { host: HostSignIn }) {
  const me = useMe()
  if (me.isPending) return null
  if (!me.data) return <SignIn host={host} />
  const signOut = () => host.signOut().then(() => location.reload())
  return (
    <>
      <ImpersonationBanner />
      <header>
        Signed in as {me.data.name}{' '}
        <button type="button" onClick={signOut}>
          Sign out
        </button>
      </header>
      <main>
        <Can right="users.read" fallback={<p>You have no surveys yet.</p>}>
          <People />
        </Can>
      </main>
    </>
  )
}

function People() {
  const [userId, open] = useState<string | null>(null)
  return userId === null ? (
    <UsersTable onOpenUser={({ id }) => open(id)} />
  ) : (
    <UserDetails userId={userId} onBack={() => open(null)} />
  )
}

const client = createClient()

/** The page of a host that signs people in itself: its form, and Rollcall's components for whoever is signed in. */
export function showNorthwind(host: HostSignIn): void {
  const root = document.getElementById('app')
  if (!root) throw new Error('The page has no #app.')
  createRoot(root).render(
    <StrictMode>
      <RollcallProvider client={client}>
        <Northwind host={host} />
      </RollcallProvider>
    </StrictMode>,
  )
}
