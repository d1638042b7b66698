import { composeEntry } from '../audit/audit.steps.ts'
import type { UseCase } from '../effects.ts'
import { reach } from '../kernel/authorise.ts'
import { refuse } from '../kernel/refusals.ts'
import { eventsOf } from '../outbox/event.steps.ts'
import { presentUser, saveUser } from './user.steps.ts'
import type { usersContract } from './users.contract.ts'

/** Lets somebody in again who was switched off; with the password they had. */
export const enableUser: UseCase<typeof usersContract.enableUser> =
  (effects) =>
  async (caller, { userId, version }) => {
    const { storage, clock, nudge } = effects
    const { actor, user } = await reach(effects, caller, 'enable', userId)
    if (user.enabled) refuse('already-done')
    const entry = await composeEntry(effects, actor, {
      action: 'users.enableUser',
      target: user,
      changes: { enabled: [false, true] },
    })
    const enabled = await storage.transaction(async (tx) => {
      const saved = await saveUser(tx, effects, actor, user, version, { fields: { enabled: true } })
      await tx.audit.append(entry)
      await tx.outbox.add(eventsOf(effects, 'user.enabled', user))
      return saved
    })
    nudge()
    return presentUser(effects, actor, enabled, clock.now())
  }
