import { MyApps } from '@rollcall/react/resources'
import { addressOf } from '../route.ts'
import { SignedIn } from '../signed-in.tsx'

export function HomePage() {
  return (
    <SignedIn>
      <section className="host-page">
        <h1>Home</h1>
        <MyApps instanceHref={({ id }) => addressOf(`/instances/${id}`)} />
      </section>
    </SignedIn>
  )
}
