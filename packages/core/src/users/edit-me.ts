import { differences } from '../audit/audit.rules.ts'
import { composeEntry } from '../audit/audit.steps.ts'
import type { UseCase } from '../effects.ts'
import { requireUser } from '../kernel/actor.ts'
import { refuse } from '../kernel/refusals.ts'
import { eventsOf } from '../outbox/event.steps.ts'
import { userKeys } from './identifier.rules.ts'
import { profileOf } from './profile.rules.ts'
import { allCoded, emptiedFields } from './profile.steps.ts'
import type { ProfileField } from './user.rules.ts'
import { isOwnersToEdit, presentMe } from './user.steps.ts'
import type { usersContract } from './users.contract.ts'

/** Changes one's own profile, as far as the policy leaves its fields to their owner. */
export const editMe: UseCase<typeof usersContract.editMe> =
  (effects) =>
  async (caller, { version, ...input }) => {
    const { storage, policy, nudge } = effects
    const actor = requireUser(caller)
    const { user } = actor.effective
    const fields = profileOf(input)
    const foreign = Object.keys(fields).filter((field) => !isOwnersToEdit(policy, field as ProfileField))
    if (foreign.length > 0)
      refuse('not-allowed', { reason: 'disabled-by-policy', fields: allCoded(foreign, 'invalid') })
    const emptied = emptiedFields(policy, fields)
    if (emptied.length > 0) refuse('invalid-input', { fields: allCoded(emptied, 'required') })

    const entry = await composeEntry(effects, actor, {
      action: 'users.editMe',
      target: user,
      changes: differences(user, fields),
    })
    const saved = await storage.transaction(async (tx) => {
      const outcome = await tx.users.update(user.id, version, { fields, keys: userKeys({ ...user, ...fields }) })
      if (outcome !== 'updated') return null
      await tx.audit.append(entry)
      await tx.outbox.add(eventsOf(effects, 'user.edited', user))
      return tx.users.find(user.id)
    })
    if (!saved) {
      const current = await storage.users.find(user.id)
      return refuse('changed-meanwhile', { current: current && (await presentMe(effects, actor, current)) })
    }
    nudge()
    return presentMe(effects, actor, saved)
  }
