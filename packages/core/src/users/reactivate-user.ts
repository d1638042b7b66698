import { composeEntry } from '../audit/audit.steps.ts'
import type { UseCase } from '../effects.ts'
import { authorise, reach } from '../kernel/authorise.ts'
import { senderOf } from '../kernel/person.ts'
import { refuse } from '../kernel/refusals.ts'
import { composeMail } from '../outbox/outbox.steps.ts'
import { statusOf } from './user.rules.ts'
import { presentUser, requireUnchanged } from './user.steps.ts'
import type { usersContract } from './users.contract.ts'

/** Starts the dormancy clock of somebody anew, who can sign in again from then on, and tells them. */
export const reactivateUser: UseCase<typeof usersContract.reactivateUser> = (effects) => async (caller, input) => {
  const { storage, access, policy, links, clock, nudge } = effects
  const { actor, user } = await reach(effects, caller, 'reactivate', input.userId)
  if (input.message) authorise(access, actor, 'messageOnReactivate', user)
  const now = clock.now()
  if (statusOf(user, policy, now) !== 'dormant') refuse('not-dormant')

  const data = { by: senderOf(actor), message: input.message ?? null, signInLink: links.signIn }
  const mail = await composeMail(effects, user, { template: 'reactivated', data })
  const entry = await composeEntry(effects, actor, { action: 'users.reactivateUser', target: user })
  const reactivated = await storage.transaction(async (tx) => {
    await requireUnchanged(tx, user)
    const current = await tx.users.find(user.id)
    if (!current || statusOf(current, policy, now) !== 'dormant') refuse('not-dormant')
    await tx.users.noteActive(user.id, now)
    await tx.audit.append(entry)
    await tx.outbox.add([mail])
    return (await tx.users.find(user.id)) ?? refuse('not-found')
  })
  nudge()
  return presentUser(effects, actor, reactivated, now)
}
