import { RefusedError } from '@rollcall/core'
import { notFound } from 'next/navigation'
import { caller } from '../../../caller.ts'
import { Known } from '../../../known.tsx'
import { Details } from '../../../people.tsx'
import { rollcall } from '../../../rollcall.ts'

export default async function Page({ params }: { params: Promise<{ userId: string }> }) {
  const { userId } = await params
  const actor = await caller()
  const { system, users } = rollcall()
  const [me, policy, user] = await Promise.all([
    users.getMe(actor, {}),
    system.getPolicy(actor, {}),
    users.getUser(actor, { userId }).catch(missing),
  ])
  return (
    <Known answers={{ me, policy, user }}>
      <Details userId={user.id} />
    </Known>
  )
}

/** Who may not see somebody is told that there is nobody. */
function missing(error: unknown): never {
  if (error instanceof RefusedError) notFound()
  throw error
}
