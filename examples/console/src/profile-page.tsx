import { ProfileForm } from '@rollcall/react'
import { go } from './route.ts'
import { SignedIn } from './signed-in.tsx'

export function ProfilePage() {
  return (
    <SignedIn>
      <section className="host-page host-wide">
        <h1>My profile</h1>
        <ProfileForm onDeleted={() => go('/')} />
      </section>
    </SignedIn>
  )
}
