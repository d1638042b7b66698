import { keepingAdministrator } from '../access/administrator.steps.ts'
import { composeEntry } from '../audit/audit.steps.ts'
import type { UseCase } from '../effects.ts'
import { requireUser } from '../kernel/actor.ts'
import { refuse } from '../kernel/refusals.ts'
import { removeUser } from './removal.steps.ts'
import { requireUnchanged } from './user.steps.ts'
import type { usersContract } from './users.contract.ts'

/** Deletes oneself for good, where the policy allows. */
export const deleteMe: UseCase<typeof usersContract.deleteMe> = (effects) => async (caller) => {
  const { policy, nudge } = effects
  const actor = requireUser(caller)
  const { user } = actor.real
  if (!policy.deletion.self) refuse('not-allowed', { reason: 'disabled-by-policy' })
  if (user.protected) refuse('not-allowed', { reason: 'protected' })
  const entry = await composeEntry(effects, actor, {
    action: 'users.deleteMe',
    target: user,
    changes: { email: [user.email, null], grants: [user.grants, []] },
  })
  await keepingAdministrator(effects, user, async (tx) => {
    await requireUnchanged(tx, user)
    await removeUser(tx, effects, user, entry)
  })
  nudge()
  return { answer: {}, session: 'closed' }
}
