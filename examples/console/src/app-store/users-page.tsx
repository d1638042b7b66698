import { UserDetails, UsersTable } from '@rollcall/react'
import { addressOf, go } from '../route.ts'
import { SignedIn } from '../signed-in.tsx'

const pathOf = (user: { id: string }) => `/users/${encodeURIComponent(user.id)}`

export function UsersPage() {
  return (
    <SignedIn>
      <section className="host-page host-wide">
        <h1>Users</h1>
        <UsersTable userHref={(user) => addressOf(pathOf(user))} onOpenUser={(user) => go(pathOf(user))} />
      </section>
    </SignedIn>
  )
}

export function UserPage({ userId }: { userId: string }) {
  return (
    <SignedIn>
      <section className="host-page host-wide">
        <UserDetails userId={userId} onBack={() => go('/users')} />
      </section>
    </SignedIn>
  )
}
