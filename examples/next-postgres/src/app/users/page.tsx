import { caller } from '../../caller.ts'
import { Known } from '../../known.tsx'
import { Users } from '../../people.tsx'
import { rollcall } from '../../rollcall.ts'

export default async function Page() {
  const actor = await caller()
  const { access, system, users } = rollcall()
  if (!access.can(actor, 'users.read')) return <p>You manage nobody here.</p>
  const [me, policy, page, count] = await Promise.all([
    users.getMe(actor, {}),
    system.getPolicy(actor, {}),
    users.listUsers(actor, { sort: 'name', limit: 50 }),
    users.countUsers(actor, {}),
  ])
  return (
    <Known answers={{ me, policy, page, count }}>
      <Users />
    </Known>
  )
}
