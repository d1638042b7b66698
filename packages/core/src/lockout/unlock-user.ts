import { composeEntry } from '../audit/audit.steps.ts'
import type { UseCase } from '../effects.ts'
import { authorise, reach } from '../kernel/authorise.ts'
import { refuse } from '../kernel/refusals.ts'
import { composeMail } from '../outbox/outbox.steps.ts'
import { nameOf } from '../users/user.rules.ts'
import { presentUser } from '../users/user.steps.ts'
import type { lockoutContract } from './lockout.contract.ts'
import { isLocked } from './lockout.rules.ts'

/** Opens a locked account, zeroes its counter and tells the person. */
export const unlockUser: UseCase<typeof lockoutContract.unlockUser> = (effects) => async (caller, input) => {
  const { storage, access, policy, links, clock, nudge } = effects
  const { actor, user } = await reach(effects, caller, 'unlock', input.userId)
  if (input.message) authorise(access, actor, 'messageOnUnlock', user)
  if (!isLocked(user.state.lockedAt, policy.lockout, clock.now())) refuse('not-locked')

  const by = actor.kind === 'user' ? { name: nameOf(actor.real.user), email: actor.real.user.email } : null
  const data = { by, message: input.message ?? null, signInLink: links.signIn }
  const mail = await composeMail(effects, user, { template: 'unlocked', data })
  const entry = await composeEntry(effects, actor, { action: 'lockout.unlockUser', target: user })
  const unlocked = await storage.transaction(async (tx) => {
    if (!(await tx.lockout.clear(user.id))) refuse('not-locked')
    await tx.audit.append(entry)
    await tx.outbox.add([mail])
    return (await tx.users.find(user.id)) ?? refuse('not-found')
  })
  nudge()
  return presentUser(effects, actor, unlocked, clock.now())
}
