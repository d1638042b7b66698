import { createClient } from '@rollcall/client'
import { Can, ImpersonationBanner, RollcallProvider, UserDetails, UsersTable } from '@rollcall/react'
import { useMe } from '@rollcall/react/users'
import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { SignIn, signOut } from './sign-in.tsx'
import '@rollcall/react/styles.css'

function Northwind() {
  const me = useMe()
  if (me.isPending) return null
  if (!me.data) return <SignIn />
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
const root = document.getElementById('app')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <RollcallProvider client={client}>
        <Northwind />
      </RollcallProvider>
    </StrictMode>,
  )
}
