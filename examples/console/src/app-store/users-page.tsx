import { UserDetails, UsersTable } from '@rollcall/react'
import { go } from '../route.ts'
import { SignedIn } from '../signed-in.tsx'
import { usersBelow } from '../users-below.ts'

export function UsersPage() {
  return (
    <SignedIn>
      <section className="host-page host-wide">
        <h1>Users</h1>
        <UsersTable {...usersBelow('/users')} />
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
