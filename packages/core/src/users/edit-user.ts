import { differences } from '../audit/audit.rules.ts'
import { composeEntry } from '../audit/audit.steps.ts'
import type { UseCase } from '../effects.ts'
import { reach } from '../kernel/authorise.ts'
import { refuse } from '../kernel/refusals.ts'
import { eventsOf } from '../outbox/event.steps.ts'
import { profileOf } from './profile.rules.ts'
import { allCoded, emptiedFields } from './profile.steps.ts'
import type { ProfileField } from './user.rules.ts'
import { isAdministratorsToEdit, presentDetails, saveUser } from './user.steps.ts'
import type { usersContract } from './users.contract.ts'

/** Changes somebody's profile, as far as the policy leaves its fields to administrators. The email is nobody's to change. */
export const editUser: UseCase<typeof usersContract.editUser> =
  (effects) =>
  async (caller, { userId, version, ...input }) => {
    const { storage, policy, nudge } = effects
    const { actor, user } = await reach(effects, caller, 'edit', userId)
    const fields = profileOf(input)
    const owners = Object.keys(fields).filter((field) => !isAdministratorsToEdit(policy, field as ProfileField))
    if (owners.length > 0) refuse('not-allowed', { reason: 'owner-only-field', fields: allCoded(owners, 'invalid') })
    const emptied = user.registeredAt === null ? [] : emptiedFields(policy, fields)
    if (emptied.length > 0) refuse('invalid-input', { fields: allCoded(emptied, 'required') })

    const entry = await composeEntry(effects, actor, {
      action: 'users.editUser',
      target: user,
      changes: differences(user, fields),
    })
    const saved = await storage.transaction(async (tx) => {
      const edited = await saveUser(tx, effects, actor, user, version, { fields })
      await tx.audit.append(entry)
      await tx.outbox.add(eventsOf(effects, 'user.edited', edited))
      return edited
    })
    nudge()
    return presentDetails(effects, actor, saved)
  }
