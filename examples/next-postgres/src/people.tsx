'use client'

import { UserDetails, UsersTable } from '@rollcall/react'
import { useRouter } from 'next/navigation'
import { client } from './client.ts'

const hrefOf = ({ id }: { id: string }) => `/users/${id}`

export function Users() {
  const { push } = useRouter()
  return <UsersTable userHref={hrefOf} onOpenUser={(user) => push(hrefOf(user))} />
}

export function Details({ userId }: { userId: string }) {
  const { push } = useRouter()
  return <UserDetails userId={userId} onBack={() => push('/users')} />
}

export function SignOut() {
  async function signOut() {
    await client.signIn.signOut()
    location.assign('/sign-in')
  }
  return (
    <button type="button" onClick={signOut}>
      Sign out
    </button>
  )
}
