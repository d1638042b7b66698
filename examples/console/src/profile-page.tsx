import { ChangePasswordForm } from '@rollcall/react'
import { useMe } from '@rollcall/react/users'
import { SignedIn } from './signed-in.tsx'

export function ProfilePage() {
  const me = useMe().data
  return (
    <SignedIn>
      <section className="host-page">
        <h1>
          <bdi>{me?.name}</bdi>
        </h1>
        <p className="host-lead">
          {me?.email}
          {me?.jobTitle && `, ${me.jobTitle}`}
        </p>
        <ChangePasswordForm />
      </section>
    </SignedIn>
  )
}
